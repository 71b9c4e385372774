package io.fairlead.application.administration;

import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;

/**
 * The individual enrollments, as operators change them. Refusals are problems of kind {@code INVALID}, {@code NOT_FOUND},
 * {@code CONFLICT} and {@code PRECONDITION_FAILED}. A change touches no registered device until it registers again.
 */
public interface IndividualEnrollments {
    /**
     * Creates or replaces.
     *
     * @param caller the policy under which that is done, as in all that follows
     */
    SavedEntry<IndividualEnrollment> put(
            RegistrationId id, EnrollmentDraft draft, Precondition precondition, String caller);

    /** The entry and its device's registration record, as they are at one moment. */
    RegisteredEnrollment get(RegistrationId id);

    /** Removes; the registration record and the device on its hub stay. */
    void delete(RegistrationId id, Precondition precondition, String caller);

    /** Makes several changes in one transaction; the outcomes are in the order of the items. */
    List<BulkOutcome<RegistrationId>> apply(BulkChange<RegistrationId> change, String caller);

    /** The attestation with its secrets. Every use leaves an audit entry, as every change does. */
    Attestation attestation(RegistrationId id, String caller);
}
