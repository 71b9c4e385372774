package io.fairlead.application.fake;

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
import io.fairlead.domain.fixture.SomeMoments;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The stores in memory keep every contract of a store. */
class InMemoryDatabaseTest {

    abstract static class InMemory implements DatabaseUnderTest {
        private final SettableClock clock = SettableClock.at(SomeMoments.NOW);
        private final UnitOfWork work = new InMemoryUnitOfWork(clock);

        @Override
        public UnitOfWork work() {
            return work;
        }

        @Override
        public void passTime(Duration time) {
            clock.advance(time);
        }
    }

    @Nested
    class UnitsOfWork extends InMemory implements UnitOfWorkContract {}

    @Nested
    class UnitsOfWorkInRaces extends InMemory implements UnitOfWorkRaceContract {}

    @Nested
    class Enrollments extends InMemory implements EnrollmentStoreContract {}

    @Nested
    class EnrollmentGroups extends InMemory implements EnrollmentGroupStoreContract {}

    @Nested
    class EnrollmentPages extends InMemory implements EnrollmentPagingContract {}

    @Nested
    class Registrations extends InMemory implements RegistrationStoreContract {}

    @Nested
    class RegistrationPages extends InMemory implements RegistrationPagingContract {}

    @Nested
    class Queries extends InMemory implements RecordQueryContract {}

    @Nested
    class Operations extends InMemory implements OperationStoreContract {}

    @Nested
    class OperationClaims extends InMemory implements OperationClaimContract {}

    @Nested
    class Snapshots extends InMemory implements SnapshotStoreContract {}

    @Nested
    class HubDuties extends InMemory implements HubDutyStoreContract {}

    @Nested
    class HubDutyClaims extends InMemory implements HubDutyClaimContract {}

    @Nested
    class Audit extends InMemory implements AuditStoreContract {}

    @Nested
    class AuditSearches extends InMemory implements AuditSearchContract {}

    @Nested
    class OperatorRecords extends InMemory implements OperatorRecordStoreContract {}

    @Nested
    class Dossiers extends InMemory implements DossierContract {}

    @Nested
    class CertificateReservations extends InMemory implements CertificateReservationStoreContract {}

    @Nested
    class CertificateAuthorities extends InMemory implements CertificateAuthorityStoreContract {}

    @Nested
    class ChainDossiers extends InMemory implements ChainDossierContract {}
}
