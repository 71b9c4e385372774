package io.fairlead.application.administration;

import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.identity.EnrollmentGroupId;
import java.util.List;

/** The enrollment groups, as operators change them; everything as in {@link IndividualEnrollments}. */
public interface EnrollmentGroups {
    /**
     * Creates or replaces.
     *
     * @param caller the policy under which that is done, as in all that follows
     */
    SavedEntry<EnrollmentGroup> put(
            EnrollmentGroupId id, EnrollmentDraft draft, Precondition precondition, String caller);

    EnrollmentGroup get(EnrollmentGroupId id);

    /** Removes; the registration records of its devices stay. */
    void delete(EnrollmentGroupId id, Precondition precondition, String caller);

    /** Makes several changes in one transaction; the outcomes are in the order of the items. */
    List<BulkOutcome<EnrollmentGroupId>> apply(BulkChange<EnrollmentGroupId> change, String caller);

    /** The attestation with its secrets. Every use leaves an audit entry, as every change does. */
    Attestation attestation(EnrollmentGroupId id, String caller);
}
