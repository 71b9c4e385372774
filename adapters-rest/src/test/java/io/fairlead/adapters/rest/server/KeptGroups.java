package io.fairlead.adapters.rest.server;

import io.fairlead.application.administration.EnrollmentDraft;
import io.fairlead.application.administration.EnrollmentGroups;
import io.fairlead.application.administration.Precondition;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.identity.EnrollmentGroupId;

/** Enrollment groups in memory. */
public final class KeptGroups extends KeptEntries<EnrollmentGroupId, EnrollmentGroup> implements EnrollmentGroups {
    @Override
    public EnrollmentGroup put(EnrollmentGroupId id, EnrollmentDraft draft, Precondition precondition) {
        EnrollmentGroup entry = new EnrollmentGroup(id, terms(draft), stamp(id, draft, precondition));
        keep(id, entry);
        return entry;
    }

    @Override
    public EnrollmentGroup get(EnrollmentGroupId id) {
        return find(id);
    }

    @Override
    public void delete(EnrollmentGroupId id, Precondition precondition) {
        remove(id, precondition);
    }
}
