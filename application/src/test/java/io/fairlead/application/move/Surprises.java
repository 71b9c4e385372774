package io.fairlead.application.move;

import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.PlanKind;

/** Hears nothing but what nobody expected, and fails the test for it. */
final class Surprises implements ProvisioningObserver {
    @Override
    public void accepted(RegistrationId id, OperationId operation) {
        // As it should be.
    }

    @Override
    public void proofRefused(RegistrationId id, String reason) {
        throw new AssertionError("the device's proof was refused: " + reason);
    }

    @Override
    public void kept(RegistrationId id) {
        // As it should be.
    }

    @Override
    public void finished(RegistrationId id, OperationId operation, PlanKind kind) {
        // As it should be.
    }

    @Override
    public void failed(RegistrationId id, OperationId operation, RegistrationFailure failure) {
        // The device is told.
    }

    @Override
    public void retrying(RegistrationId id, String what, String reason) {
        // That is what retries are for.
    }

    @Override
    public void unexpected(RegistrationId id, String what, Throwable cause) {
        throw new AssertionError(what, cause);
    }
}
