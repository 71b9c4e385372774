package io.fairlead.adapters.persistence;

import io.fairlead.adapters.persistence.audit.JdbiAuditStore;
import io.fairlead.adapters.persistence.certificate.JdbiCertificateAuthorityStore;
import io.fairlead.adapters.persistence.certificate.JdbiCertificateReservationStore;
import io.fairlead.adapters.persistence.duty.JdbiHubDutyStore;
import io.fairlead.adapters.persistence.enrollment.JdbiEnrollmentGroupStore;
import io.fairlead.adapters.persistence.enrollment.JdbiEnrollmentStore;
import io.fairlead.adapters.persistence.operating.BookQuery;
import io.fairlead.adapters.persistence.operating.JdbiOperatorRecordStore;
import io.fairlead.adapters.persistence.operating.RecordForm;
import io.fairlead.adapters.persistence.operation.JdbiOperationStore;
import io.fairlead.adapters.persistence.operation.JdbiSnapshotStore;
import io.fairlead.adapters.persistence.registration.JdbiRegistrationStore;
import io.fairlead.adapters.persistence.sql.SqlSession;
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
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.FaultScriptText;
import io.fairlead.domain.operating.HubLink;
import io.fairlead.domain.operating.InstanceSettings;
import io.fairlead.domain.operating.LossAcceptance;
import io.fairlead.domain.operating.Seed;
import java.util.List;

/**
 * The stores of one unit of work; each is made when asked for.
 *
 * @param sql the unit of work's statements
 */
record JdbiStores(SqlSession sql) implements Stores {
    @Override
    public EnrollmentStore enrollments() {
        return new JdbiEnrollmentStore(sql);
    }

    @Override
    public EnrollmentGroupStore groups() {
        return new JdbiEnrollmentGroupStore(sql);
    }

    @Override
    public RegistrationStore registrations() {
        return new JdbiRegistrationStore(sql);
    }

    @Override
    public OperationStore operations() {
        return new JdbiOperationStore(sql);
    }

    @Override
    public SnapshotStore snapshots() {
        return new JdbiSnapshotStore(sql);
    }

    @Override
    public HubDutyStore hubDuties() {
        return new JdbiHubDutyStore(sql);
    }

    @Override
    public AuditStore audit() {
        return new JdbiAuditStore(sql);
    }

    @Override
    public OperatorRecordStore<HubLink> hubLinks() {
        return new JdbiOperatorRecordStore<>(sql, RecordForm.HUB);
    }

    @Override
    public OperatorRecordStore<AccessPolicy> accessPolicies() {
        return new JdbiOperatorRecordStore<>(sql, RecordForm.POLICY);
    }

    @Override
    public OperatorRecordStore<InstanceSettings> instanceSettings() {
        return new JdbiOperatorRecordStore<>(sql, RecordForm.SETTINGS);
    }

    @Override
    public OperatorRecordStore<LossAcceptance> losses() {
        return new JdbiOperatorRecordStore<>(sql, RecordForm.LOSS);
    }

    @Override
    public OperatorRecordStore<FaultScriptText> faultScripts() {
        return new JdbiOperatorRecordStore<>(sql, RecordForm.FAULTS);
    }

    @Override
    public OperatorRecordStore<Seed> seeds() {
        return new JdbiOperatorRecordStore<>(sql, RecordForm.SEED);
    }

    @Override
    public OperatorBook operatorBook() {
        return BookQuery.of(sql);
    }

    @Override
    public CertificateReservationStore reservations() {
        return new JdbiCertificateReservationStore(sql);
    }

    @Override
    public CertificateAuthorityStore authorities() {
        return new JdbiCertificateAuthorityStore(sql);
    }

    @Override
    public ChainDossier chain(List<Thumbprint> chain) {
        return ChainQuery.of(sql, chain);
    }

    @Override
    public DeviceDossier dossier(RegistrationId id) {
        return DossierQuery.of(sql, id);
    }
}
