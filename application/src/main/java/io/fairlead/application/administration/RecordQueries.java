package io.fairlead.application.administration;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.query.Condition;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.registration.DeviceRegistration;

/**
 * What operators ask of whole collections (DPS {@code *_Query}). Each list is in the order of the lower-case ids, a page
 * costs the same wherever it lies, and what stays throughout a walk over the pages is met exactly once.
 *
 * <p>A page may be short or empty and not be the last: one request looks at a bounded number of records.
 */
public interface RecordQueries {
    /** Individual enrollments. */
    Page<IndividualEnrollment> enrollments(Condition<IndividualEnrollment> condition, PageRequest request);

    /** Enrollment groups. */
    Page<EnrollmentGroup> groups(Condition<EnrollmentGroup> condition, PageRequest request);

    /** The registration records of devices that a group vouched for; the group itself may be gone. */
    Page<DeviceRegistration> registrations(
            EnrollmentGroupId group, Condition<DeviceRegistration> condition, PageRequest request);
}
