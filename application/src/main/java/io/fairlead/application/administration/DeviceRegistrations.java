package io.fairlead.application.administration;

import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.DeviceRegistration;

/** The registration records, as operators look at them; refusals as in {@link IndividualEnrollments}. */
public interface DeviceRegistrations {
    DeviceRegistration get(RegistrationId id);

    /**
     * Forgets a device: its next registration is its first. The device on its hub stays, and what is owed to hubs about it
     * is still done. Refused as a conflict while an operation is under way. Leaves an audit entry.
     *
     * @param caller the policy under which it is deleted
     */
    void delete(RegistrationId id, Precondition precondition, String caller);
}
