package io.fairlead.application.provisioning;

import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.RegistrationFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * How an operation stands.
 *
 * @param registration the record as it is now; its assignment is the operation's outcome when it ended well
 * @param failure why it failed, when it did; the record may still hold a good assignment
 * @param retryAfter when to ask again, in whole seconds; meaningful while it runs and in the answer to a register
 */
public record OperationReport(
        OperationId operationId,
        OperationStatus status,
        DeviceRegistration registration,
        Optional<RegistrationFailure> failure,
        Duration retryAfter) {}
