package io.fairlead.application.fake;

import io.fairlead.application.port.AuditStore;
import io.fairlead.application.port.CertificateAuthorityStore;
import io.fairlead.application.port.CertificateReservationStore;
import io.fairlead.application.port.ChainDossier;
import io.fairlead.application.port.DeviceDossier;
import io.fairlead.application.port.EnrollmentGroupStore;
import io.fairlead.application.port.EnrollmentStore;
import io.fairlead.application.port.HubDutyStore;
import io.fairlead.application.port.OperationStore;
import io.fairlead.application.port.OperatorBook;
import io.fairlead.application.port.OperatorRecordStore;
import io.fairlead.application.port.RegistrationStore;
import io.fairlead.application.port.SnapshotStore;
import io.fairlead.application.port.Stores;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.FaultScriptText;
import io.fairlead.domain.operating.HubLink;
import io.fairlead.domain.operating.InstanceSettings;
import io.fairlead.domain.operating.LossAcceptance;
import io.fairlead.domain.operating.Seed;
import io.fairlead.domain.registration.DeviceRegistration;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The stores over the tables of one transaction. */
record InMemoryStores(
        EnrollmentStore enrollments,
        EnrollmentGroupStore groups,
        RegistrationStore registrations,
        OperationStore operations,
        SnapshotStore snapshots,
        HubDutyStore hubDuties,
        AuditStore audit,
        OperatorRecordStore<HubLink> hubLinks,
        OperatorRecordStore<AccessPolicy> accessPolicies,
        OperatorRecordStore<InstanceSettings> instanceSettings,
        OperatorRecordStore<LossAcceptance> losses,
        OperatorRecordStore<FaultScriptText> faultScripts,
        OperatorRecordStore<Seed> seeds,
        CertificateReservationStore reservations,
        CertificateAuthorityStore authorities)
        implements Stores {

    static InMemoryStores over(Tables tables, Clock databaseClock) {
        return new InMemoryStores(
                new InMemoryEnrollmentStore(tables.enrollments()),
                new InMemoryEnrollmentGroupStore(tables.groups()),
                new InMemoryRegistrationStore(tables),
                new InMemoryOperationStore(tables, databaseClock),
                new InMemorySnapshotStore(tables),
                new InMemoryHubDutyStore(tables, databaseClock),
                new InMemoryAuditStore(tables.audit()),
                new InMemoryOperatorRecordStore<>(tables.operatorRecords(), HubLink.class),
                new InMemoryOperatorRecordStore<>(tables.operatorRecords(), AccessPolicy.class),
                new InMemoryOperatorRecordStore<>(tables.operatorRecords(), InstanceSettings.class),
                new InMemoryOperatorRecordStore<>(tables.operatorRecords(), LossAcceptance.class),
                new InMemoryOperatorRecordStore<>(tables.operatorRecords(), FaultScriptText.class),
                new InMemoryOperatorRecordStore<>(tables.operatorRecords(), Seed.class),
                new InMemoryCertificateReservationStore(tables.reservations()),
                new InMemoryCertificateAuthorityStore(tables.authorities()));
    }

    @Override
    public OperatorBook operatorBook() {
        return new OperatorBook(
                hubLinks.all(),
                accessPolicies.all(),
                instanceSettings.find(InstanceSettings.KEY),
                faultScripts.find(FaultScriptText.KEY));
    }

    @Override
    public DeviceDossier dossier(RegistrationId id) {
        Optional<DeviceRegistration> registration = registrations.find(id);
        return new DeviceDossier(enrollments.find(id), registration.flatMap(this::lastGroup), registration);
    }

    private Optional<EnrollmentGroup> lastGroup(DeviceRegistration registration) {
        EnrollmentRef entry = registration.entry();
        return entry.kind() == EnrollmentRef.Kind.GROUP
                ? groups.find(new EnrollmentGroupId(entry.id()))
                : Optional.empty();
    }

    @Override
    public ChainDossier chain(List<Thumbprint> chain) {
        List<Thumbprint> asked =
                chain.stream().limit(CertificateChain.MAX_LENGTH).toList();
        return new ChainDossier(
                asked.stream()
                        .map(reservations::holder)
                        .flatMap(Optional::stream)
                        .distinct()
                        .map(this::entry)
                        .flatMap(Optional::stream)
                        .toList(),
                asked.stream()
                        .map(authorities::withCertificate)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Enrollment> entry(EnrollmentRef ref) {
        return ref.kind() == EnrollmentRef.Kind.GROUP
                ? groups.find(new EnrollmentGroupId(ref.id())).map(Enrollment.class::cast)
                : enrollments.find(new RegistrationId(ref.id())).map(Enrollment.class::cast);
    }
}
