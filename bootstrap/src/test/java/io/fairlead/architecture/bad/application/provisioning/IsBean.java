package io.fairlead.architecture.bad.application.provisioning;

import jakarta.inject.Singleton;

/** Breaks rule 14: the inner rooms know no container. */
@Singleton
public final class IsBean {}
