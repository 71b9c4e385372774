package io.fairlead.application.port;

import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.PlanKind;

/**
 * Hears what happens, for metrics, the log and the bounded list of recent refusals. Returns nothing, may be slow or fail
 * without harm to anyone. Not the audit log: that is a store.
 */
public interface ProvisioningObserver {
    /** A request was accepted and an operation begun. */
    void accepted(RegistrationId id, OperationId operation);

    /** Somebody who is not enrolled, or did not prove it, was turned away. */
    void proofRefused(RegistrationId id, String reason);

    /** A device came again and nothing had to change. */
    void kept(RegistrationId id);

    /** A saga ended well. */
    void finished(RegistrationId id, OperationId operation, PlanKind kind);

    /** An operation failed. */
    void failed(RegistrationId id, OperationId operation, RegistrationFailure failure);

    /** An attempt failed and will be made again. */
    void retrying(RegistrationId id, String what, String reason);

    /** Something went wrong that the code did not expect: its cause belongs into the log, whole. */
    void unexpected(RegistrationId id, String what, Throwable cause);
}
