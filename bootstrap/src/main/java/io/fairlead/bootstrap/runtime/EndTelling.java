package io.fairlead.bootstrap.runtime;

import io.fairlead.adapters.wire.device.OperationEnds;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.PlanKind;

/** Tells devices that wait for the end of their operation, and lets another observer hear everything before. */
public record EndTelling(ProvisioningObserver log, OperationEnds ends) implements ProvisioningObserver {
    @Override
    public void accepted(RegistrationId id, OperationId operation) {
        log.accepted(id, operation);
    }

    @Override
    public void proofRefused(RegistrationId id, String reason) {
        log.proofRefused(id, reason);
    }

    @Override
    public void kept(RegistrationId id) {
        log.kept(id);
    }

    @Override
    public void finished(RegistrationId id, OperationId operation, PlanKind kind) {
        log.finished(id, operation, kind);
        ends.ended(operation);
    }

    @Override
    public void failed(RegistrationId id, OperationId operation, RegistrationFailure failure) {
        log.failed(id, operation, failure);
        ends.ended(operation);
    }

    @Override
    public void retrying(RegistrationId id, String what, String reason) {
        log.retrying(id, what, reason);
    }

    @Override
    public void unexpected(RegistrationId id, String what, Throwable cause) {
        log.unexpected(id, what, cause);
    }
}
