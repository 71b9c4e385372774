package io.fairlead.application.administration;

import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.Optional;

/**
 * An individual enrollment, and what became of its device.
 *
 * @param registration the record under the same id, whoever vouched for the device when it came last
 */
public record RegisteredEnrollment(IndividualEnrollment enrollment, Optional<DeviceRegistration> registration) {}
