package io.fairlead.application.administration;

import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.identity.EnrollmentGroupId;

/** The enrollment groups, as operators change them; refusals as in {@link IndividualEnrollments}. */
public interface EnrollmentGroups {
    /** Creates or replaces. */
    EnrollmentGroup put(EnrollmentGroupId id, EnrollmentDraft draft, Precondition precondition);

    EnrollmentGroup get(EnrollmentGroupId id);

    /** Removes; the registration records of its devices stay. */
    void delete(EnrollmentGroupId id, Precondition precondition);
}
