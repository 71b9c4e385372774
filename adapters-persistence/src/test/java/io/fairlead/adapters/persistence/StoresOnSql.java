package io.fairlead.adapters.persistence;

import io.fairlead.adapters.persistence.testing.DatabaseExtension;
import io.fairlead.application.contract.AuditSearchContract;
import io.fairlead.application.contract.AuditStoreContract;
import io.fairlead.application.contract.CertificateAuthorityStoreContract;
import io.fairlead.application.contract.CertificateReservationStoreContract;
import io.fairlead.application.contract.ChainDossierContract;
import io.fairlead.application.contract.DatabaseUnderTest;
import io.fairlead.application.contract.DossierContract;
import io.fairlead.application.contract.EnrollmentGroupStoreContract;
import io.fairlead.application.contract.EnrollmentPagingContract;
import io.fairlead.application.contract.EnrollmentStoreContract;
import io.fairlead.application.contract.HubDutyClaimContract;
import io.fairlead.application.contract.HubDutyStoreContract;
import io.fairlead.application.contract.OperationClaimContract;
import io.fairlead.application.contract.OperationStoreContract;
import io.fairlead.application.contract.OperatorRecordStoreContract;
import io.fairlead.application.contract.RecordQueryContract;
import io.fairlead.application.contract.RegistrationPagingContract;
import io.fairlead.application.contract.RegistrationStoreContract;
import io.fairlead.application.contract.SnapshotStoreContract;
import io.fairlead.application.contract.UnitOfWorkContract;
import io.fairlead.application.contract.UnitOfWorkRaceContract;
import io.fairlead.application.port.UnitOfWork;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** Every contract of a store, for the database that a subclass names. */
abstract class StoresOnSql {

    abstract DatabaseExtension database();

    abstract class OnSql implements DatabaseUnderTest {
        @Override
        public UnitOfWork work() {
            return database().work();
        }

        @Override
        public void passTime(Duration time) {
            database().passTime(time);
        }
    }

    @Nested
    class Secrets extends SecretsAtRest {
        Secrets() {
            super(database());
        }
    }

    @Nested
    class UnitsOfWork extends OnSql implements UnitOfWorkContract {}

    @Nested
    class UnitsOfWorkInRaces extends OnSql implements UnitOfWorkRaceContract {}

    @Nested
    class Enrollments extends OnSql implements EnrollmentStoreContract {}

    @Nested
    class EnrollmentGroups extends OnSql implements EnrollmentGroupStoreContract {}

    @Nested
    class EnrollmentPages extends OnSql implements EnrollmentPagingContract {}

    @Nested
    class Registrations extends OnSql implements RegistrationStoreContract {}

    @Nested
    class RegistrationPages extends OnSql implements RegistrationPagingContract {}

    @Nested
    class Queries extends OnSql implements RecordQueryContract {}

    @Nested
    class Operations extends OnSql implements OperationStoreContract {}

    @Nested
    class OperationClaims extends OnSql implements OperationClaimContract {}

    @Nested
    class Snapshots extends OnSql implements SnapshotStoreContract {}

    @Nested
    class HubDuties extends OnSql implements HubDutyStoreContract {}

    @Nested
    class HubDutyClaims extends OnSql implements HubDutyClaimContract {}

    @Nested
    class Audit extends OnSql implements AuditStoreContract {}

    @Nested
    class AuditSearches extends OnSql implements AuditSearchContract {}

    @Nested
    class OperatorRecords extends OnSql implements OperatorRecordStoreContract {}

    @Nested
    class Dossiers extends OnSql implements DossierContract {}

    @Nested
    class CertificateReservations extends OnSql implements CertificateReservationStoreContract {}

    @Nested
    class CertificateAuthorities extends OnSql implements CertificateAuthorityStoreContract {}

    @Nested
    class ChainDossiers extends OnSql implements ChainDossierContract {}
}
