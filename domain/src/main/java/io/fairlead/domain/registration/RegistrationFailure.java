package io.fairlead.domain.registration;

import java.time.Instant;

/**
 * The last error of a registration.
 *
 * @param message what happened and what to do about it; safe to show to the device
 */
public record RegistrationFailure(FailureKind kind, String message, Instant at) {}
