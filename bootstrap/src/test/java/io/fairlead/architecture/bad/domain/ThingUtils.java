package io.fairlead.architecture.bad.domain;

/** Breaks rule 21: the name says nothing. */
public final class ThingUtils {}
