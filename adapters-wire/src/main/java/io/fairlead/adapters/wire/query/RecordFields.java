package io.fairlead.adapters.wire.query;

import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.application.query.ScalarType;
import io.fairlead.application.query.TextType;
import io.fairlead.application.query.TimeType;
import io.fairlead.application.query.WordType;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.enrollment.ProvisioningStatus;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.RegistrationStatus;
import io.fairlead.domain.registration.RegistrationSubstatus;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** By which fields each kind of record can be queried. What is absent in a record's JSON is absent here. */
final class RecordFields {
    static final QueryFields<IndividualEnrollment> INDIVIDUAL = withTerms(new QueryFields<IndividualEnrollment>()
            .with(
                    "registrationId",
                    TextType.KEY,
                    it -> Optional.of(it.registrationId().canonical()))
            .with("deviceId", TextType.EXACT, it -> it.deviceId().map(DeviceId::value))
            .withDocument("optionalDeviceInformation", IndividualEnrollment::optionalDeviceInformation));

    static final QueryFields<EnrollmentGroup> GROUP = withTerms(new QueryFields<EnrollmentGroup>()
            .with(
                    "enrollmentGroupId",
                    TextType.KEY,
                    it -> Optional.of(it.groupId().canonical())));

    static final QueryFields<DeviceRegistration> REGISTRATION = new QueryFields<DeviceRegistration>()
            .with("registrationId", TextType.KEY, it -> Optional.of(it.id().canonical()))
            .with(
                    "deviceId",
                    TextType.EXACT,
                    it -> it.assignment().map(to -> to.key().device().value()))
            .with(
                    "assignedHub",
                    TextType.NAME,
                    it -> it.assignment().map(to -> to.key().hub().value()))
            .with("status", words(RegistrationStatus.values()), it -> Optional.of(Fields.camelCase(it.status())))
            .with(
                    "substatus",
                    words(RegistrationSubstatus.values()),
                    it -> it.substatus().map(Fields::camelCase))
            .with("createdDateTimeUtc", TimeType.INSTANT, it -> Optional.of(it.createdAt()))
            .with("lastUpdatedDateTimeUtc", TimeType.INSTANT, it -> Optional.of(it.lastUpdatedAt()))
            .withDocument("payload", DeviceRegistration::payload);

    private RecordFields() {}

    private static <E extends Enrollment> QueryFields<E> withTerms(QueryFields<E> fields) {
        return fields.with(
                        "provisioningStatus",
                        words(ProvisioningStatus.values()),
                        it -> Optional.of(Fields.camelCase(it.terms().provisioningStatus())))
                .with(
                        "allocationPolicy",
                        words(AllocationPolicy.values()),
                        it -> it.terms().allocationPolicy().map(Fields::camelCase))
                .with("iotHubs", TextType.NAME, it -> hubs(it.terms().iotHubs()))
                .with(
                        "capabilities.iotEdge",
                        ScalarType.JSON,
                        it -> Optional.of(it.terms().capabilities().iotEdge()))
                .with(
                        "reprovisionPolicy.updateHubAssignment",
                        ScalarType.JSON,
                        it -> it.terms().reprovisionPolicy().map(ReprovisionPolicy::updateHubAssignment))
                .with(
                        "reprovisionPolicy.migrateDeviceData",
                        ScalarType.JSON,
                        it -> it.terms().reprovisionPolicy().map(ReprovisionPolicy::migrateDeviceData))
                .with(
                        "createdDateTimeUtc",
                        TimeType.INSTANT,
                        it -> Optional.of(it.stamp().createdAt()))
                .with(
                        "lastUpdatedDateTimeUtc",
                        TimeType.INSTANT,
                        it -> Optional.of(it.stamp().lastUpdatedAt()))
                .withDocument("tags", it -> it.terms().initialTwin().map(InitialTwin::tags))
                .withDocument("initialTwin.tags", it -> it.terms().initialTwin().map(InitialTwin::tags))
                .withDocument(
                        "initialTwin.properties.desired",
                        it -> it.terms().initialTwin().map(InitialTwin::desired));
    }

    private static Optional<List<String>> hubs(List<HubName> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.stream().map(HubName::value).toList());
    }

    private static WordType words(Enum<?>... constants) {
        return new WordType(Stream.of(constants).map(Fields::camelCase).toList());
    }
}
