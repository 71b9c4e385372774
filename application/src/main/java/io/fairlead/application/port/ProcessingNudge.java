package io.fairlead.application.port;

import io.fairlead.domain.operation.RegistrationOperation;

/** Says that there is work; a hint that may be lost, because the timer is the guarantee. Returns at once. */
public interface ProcessingNudge {
    /** This node has accepted and already holds this operation. */
    void accepted(RegistrationOperation operation);

    /** Something is owed to a hub. */
    void dutyArrived();
}
