package io.fairlead.domain.enrollment;

import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.RegistrationId;
import java.util.Optional;
import java.util.function.Function;

/**
 * The entry of one device (DPS {@code IndividualEnrollment}).
 *
 * @param deviceId the id it shall have on its hub; absent means the registration id
 * @param optionalDeviceInformation the operator's own notes, returned as they were given
 */
public record IndividualEnrollment(
        RegistrationId registrationId,
        Optional<DeviceId> deviceId,
        Optional<TwinDocument> optionalDeviceInformation,
        EnrollmentTerms terms,
        EntryStamp stamp)
        implements Enrollment {
    @Override
    public EnrollmentRef ref() {
        return EnrollmentRef.individual(registrationId);
    }

    @Override
    public <R> R match(Function<IndividualEnrollment, R> individual, Function<EnrollmentGroup, R> group) {
        return individual.apply(this);
    }
}
