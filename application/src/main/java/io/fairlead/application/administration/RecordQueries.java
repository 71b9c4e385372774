package io.fairlead.application.administration;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.registration.DeviceRegistration;

/**
 * What operators ask of whole collections (DPS {@code *_Query}). Each list is in the order of the lower-case ids, a page
 * costs the same wherever it lies, and what stays throughout a walk over the pages is met exactly once.
 *
 * <p>A page may be short or empty and not be the last: one request looks at a bounded number of records.
 *
 * <p>A query text that cannot be understood is a problem of kind {@code INVALID} that says where.
 */
public interface RecordQueries {
    /** Individual enrollments. */
    Page<IndividualEnrollment> enrollments(String query, PageRequest request);

    /** Enrollment groups. */
    Page<EnrollmentGroup> groups(String query, PageRequest request);

    /** The registration records of devices that a group vouched for; the group itself may be gone. */
    Page<DeviceRegistration> registrations(EnrollmentGroupId group, String query, PageRequest request);
}
