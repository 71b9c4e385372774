package io.fairlead.adapters.persistence;

import io.fairlead.adapters.persistence.audit.JdbiAuditStore;
import io.fairlead.adapters.persistence.duty.JdbiHubDutyStore;
import io.fairlead.adapters.persistence.enrollment.JdbiEnrollmentGroupStore;
import io.fairlead.adapters.persistence.enrollment.JdbiEnrollmentStore;
import io.fairlead.adapters.persistence.operation.JdbiOperationStore;
import io.fairlead.adapters.persistence.operation.JdbiSnapshotStore;
import io.fairlead.adapters.persistence.registration.JdbiRegistrationStore;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.application.port.AuditStore;
import io.fairlead.application.port.DeviceDossier;
import io.fairlead.application.port.EnrollmentGroupStore;
import io.fairlead.application.port.EnrollmentStore;
import io.fairlead.application.port.HubDutyStore;
import io.fairlead.application.port.OperationStore;
import io.fairlead.application.port.RegistrationStore;
import io.fairlead.application.port.SnapshotStore;
import io.fairlead.application.port.Stores;
import io.fairlead.domain.identity.RegistrationId;

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
    public DeviceDossier dossier(RegistrationId id) {
        return DossierQuery.of(sql, id);
    }
}
