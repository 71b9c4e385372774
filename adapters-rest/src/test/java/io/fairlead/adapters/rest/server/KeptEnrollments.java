package io.fairlead.adapters.rest.server;

import io.fairlead.application.administration.EnrollmentDraft;
import io.fairlead.application.administration.IndividualEnrollments;
import io.fairlead.application.administration.Precondition;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.RegistrationId;

/** Individual enrollments in memory. */
public final class KeptEnrollments extends KeptEntries<RegistrationId, IndividualEnrollment>
        implements IndividualEnrollments {
    @Override
    public IndividualEnrollment put(RegistrationId id, EnrollmentDraft draft, Precondition precondition) {
        IndividualEnrollment entry = new IndividualEnrollment(
                id, draft.deviceId(), draft.optionalDeviceInformation(), terms(draft), stamp(id, draft, precondition));
        keep(id, entry);
        return entry;
    }

    @Override
    public IndividualEnrollment get(RegistrationId id) {
        return find(id);
    }

    @Override
    public void delete(RegistrationId id, Precondition precondition) {
        remove(id, precondition);
    }
}
