package io.fairlead.application.port;

import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.FaultScriptText;
import io.fairlead.domain.operating.HubLink;
import io.fairlead.domain.operating.InstanceSettings;
import io.fairlead.domain.operating.LossAcceptance;
import io.fairlead.domain.operating.Seed;
import java.util.List;

/** The stores of one transaction. Not thread-safe; useless outside the {@link UnitOfWork} that handed it out. */
public interface Stores {
    EnrollmentStore enrollments();

    EnrollmentGroupStore groups();

    RegistrationStore registrations();

    OperationStore operations();

    SnapshotStore snapshots();

    HubDutyStore hubDuties();

    AuditStore audit();

    OperatorRecordStore<HubLink> hubLinks();

    OperatorRecordStore<AccessPolicy> accessPolicies();

    OperatorRecordStore<InstanceSettings> instanceSettings();

    OperatorRecordStore<LossAcceptance> losses();

    OperatorRecordStore<FaultScriptText> faultScripts();

    OperatorRecordStore<Seed> seeds();

    /** What operators have said that every request may need, in one statement. May be repeated. */
    OperatorBook operatorBook();

    /** What the request path needs to know of one device, in one statement. May be repeated. */
    DeviceDossier dossier(RegistrationId id);

    CertificateReservationStore reservations();

    CertificateAuthorityStore authorities();

    /**
     * What the request path needs to know of a presented chain.
     *
     * @param chain the leaf's first; of a chain that is too long only the first {@link
     *     io.fairlead.domain.certificate.CertificateChain#MAX_LENGTH} count
     */
    ChainDossier chain(List<Thumbprint> chain);
}
