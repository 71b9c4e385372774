package io.fairlead.application.provisioning;

import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.tpm.ActivationBlob;
import java.time.Duration;
import java.util.Optional;

/**
 * How an operation stands.
 *
 * @param registration the record as it is now; its assignment is the operation's outcome when it ended well
 * @param failure why it failed, when it did; the record may still hold a good assignment
 * @param retryAfter when to ask again, in whole seconds; meaningful while it runs and in the answer to a register
 * @param hubKey for a device with a TPM that is assigned: its key at the hub, wrapped anew in each answer
 */
public record OperationReport(
        OperationId operationId,
        OperationStatus status,
        DeviceRegistration registration,
        Optional<RegistrationFailure> failure,
        Duration retryAfter,
        Optional<ActivationBlob> hubKey) {
    /** Of a device that has its hub key already, or is not there yet. */
    public OperationReport(
            OperationId operationId,
            OperationStatus status,
            DeviceRegistration registration,
            Optional<RegistrationFailure> failure,
            Duration retryAfter) {
        this(operationId, status, registration, failure, retryAfter, Optional.empty());
    }

    /** With the key that the device's TPM is to use at its hub. */
    OperationReport with(Optional<ActivationBlob> wrapped) {
        return new OperationReport(operationId, status, registration, failure, retryAfter, wrapped);
    }
}
