package io.fairlead.application.administration;

import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.RegistrationId;

/**
 * The individual enrollments, as operators change them. Refusals are problems of kind {@code INVALID}, {@code NOT_FOUND}
 * and {@code PRECONDITION_FAILED}. A change touches no registered device until it registers again.
 */
public interface IndividualEnrollments {
    /** Creates or replaces. */
    IndividualEnrollment put(RegistrationId id, EnrollmentDraft draft, Precondition precondition);

    IndividualEnrollment get(RegistrationId id);

    /** Removes; the registration record and the device on its hub stay. */
    void delete(RegistrationId id, Precondition precondition);
}
