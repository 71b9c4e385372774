package io.fairlead.architecture.bad.adapters.persistence;

/** Breaks rule 17: it is named as a port and implements none. */
public final class ForgottenStore {}
