package io.fairlead.application.port;

import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.Optional;

/**
 * All that is on file under one registration id.
 *
 * @param individual its individual enrollment
 * @param lastGroup the group that vouched for it last, according to its registration record
 * @param registration its registration record
 */
public record DeviceDossier(
        Optional<IndividualEnrollment> individual,
        Optional<EnrollmentGroup> lastGroup,
        Optional<DeviceRegistration> registration) {}
