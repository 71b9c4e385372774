package io.fairlead.application.port;

import io.fairlead.domain.identity.RegistrationId;

/** The stores of one transaction. Not thread-safe; useless outside the {@link UnitOfWork} that handed it out. */
public interface Stores {
    EnrollmentStore enrollments();

    EnrollmentGroupStore groups();

    RegistrationStore registrations();

    OperationStore operations();

    SnapshotStore snapshots();

    HubDutyStore hubDuties();

    AuditStore audit();

    /** What the request path needs to know of one device, in one statement. May be repeated. */
    DeviceDossier dossier(RegistrationId id);
}
