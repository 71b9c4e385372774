package io.fairlead.application.fake;

import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.operating.OperatorRecord;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.StoredSnapshot;
import io.fairlead.domain.registration.DeviceRegistration;

/**
 * All tables of one transaction. The last rows of a line say what a table is keyed by.
 *
 * @param places registration by hub, device id and registration id
 * @param snapshotsOf snapshot by registration id, time and operation
 * @param dueOperations operation id by due time and id
 * @param dutiesOf duty id by registration id and order of arrival
 * @param dueDuties duty id by due time and id
 * @param audit entry by registration id, time and id
 * @param operatorRecords by kind and key
 * @param reservations the entry that holds a certificate, by thumbprint
 */
record Tables(
        Table<IndividualEnrollment> enrollments,
        Table<EnrollmentGroup> groups,
        Table<DeviceRegistration> registrations,
        Table<DeviceRegistration> places,
        Table<OperationRow> operations,
        Table<String> dueOperations,
        Table<StoredSnapshot> snapshots,
        Table<StoredSnapshot> snapshotsOf,
        Table<DutyRow> duties,
        Table<String> dutiesOf,
        Table<String> dueDuties,
        Table<AuditEntry> audit,
        Table<OperatorRecord> operatorRecords,
        Table<HeldCertificate> reservations,
        Table<CertificateAuthority> authorities) {

    static Tables none() {
        return new Tables(
                blank(), blank(), blank(), blank(), blank(), blank(), blank(), blank(), blank(), blank(), blank(),
                blank(), blank(), blank(), blank());
    }

    /** The same content for another transaction. */
    Tables opened(boolean writable) {
        return new Tables(
                new Table<>(enrollments.rows(), writable),
                new Table<>(groups.rows(), writable),
                new Table<>(registrations.rows(), writable),
                new Table<>(places.rows(), writable),
                new Table<>(operations.rows(), writable),
                new Table<>(dueOperations.rows(), writable),
                new Table<>(snapshots.rows(), writable),
                new Table<>(snapshotsOf.rows(), writable),
                new Table<>(duties.rows(), writable),
                new Table<>(dutiesOf.rows(), writable),
                new Table<>(dueDuties.rows(), writable),
                new Table<>(audit.rows(), writable),
                new Table<>(operatorRecords.rows(), writable),
                new Table<>(reservations.rows(), writable),
                new Table<>(authorities.rows(), writable));
    }

    private static <V> Table<V> blank() {
        return new Table<>(SortedTree.empty(), false);
    }
}
