package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.fixture.SomeCertificates;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store of certificates' holders promises. */
public interface CertificateReservationStoreContract extends DatabaseUnderTest {
    Thumbprint CERTIFICATE = SomeCertificates.SOME_DEVICE.thumbprint();
    Thumbprint OTHER = SomeCertificates.OTHER_DEVICE.thumbprint();
    EnrollmentRef DEVICE = EnrollmentRef.individual(new RegistrationId("Some-Name"));
    EnrollmentRef GROUP = EnrollmentRef.group(new EnrollmentGroupId("Some-Name"));

    @Test
    default void holderShouldBeNobodyUntilACertificateIsReserved() {
        assertThat(holder(CERTIFICATE)).isEmpty();
        assertThat(reserve(CERTIFICATE, DEVICE)).isTrue();
        assertThat(holder(CERTIFICATE)).contains(DEVICE.canonical());
        assertThat(holder(OTHER)).isEmpty();
    }

    @Test
    default void reserveShouldBeRefusedWhenAnyEntryHoldsTheCertificate() {
        reserve(CERTIFICATE, DEVICE);
        assertThat(reserve(CERTIFICATE, GROUP)).isFalse();
        assertThat(reserve(CERTIFICATE, DEVICE)).isFalse();
        assertThat(holder(CERTIFICATE)).contains(DEVICE.canonical());
    }

    @Test
    default void reserveShouldSucceedOnceWhenManyRace() {
        List<Boolean> won = Race.among(Race.RACERS, racer -> reserve(CERTIFICATE, numbered(racer)));
        assertThat(won).containsOnlyOnce(true);
        assertThat(holder(CERTIFICATE)).contains(numbered(won.indexOf(true)));
    }

    @Test
    default void reassignShouldHandOverOnlyWhatTheFirstHolds() {
        reserve(CERTIFICATE, DEVICE);
        assertThat(reassign(GROUP, DEVICE)).isFalse();
        assertThat(holder(CERTIFICATE)).contains(DEVICE.canonical());
        assertThat(reassign(EnrollmentRef.individual(new RegistrationId("SOME-name")), GROUP))
                .isTrue();
        assertThat(holder(CERTIFICATE)).contains(GROUP.canonical());
    }

    @Test
    default void releaseShouldGiveUpWhatIsNotKept() {
        reserve(CERTIFICATE, DEVICE);
        reserve(OTHER, DEVICE);
        does(stores -> stores.reservations().release(DEVICE, Set.of(OTHER)));
        assertThat(holder(CERTIFICATE)).isEmpty();
        assertThat(holder(OTHER)).contains(DEVICE.canonical());
        does(stores -> stores.reservations().release(DEVICE, Set.of()));
        assertThat(holder(OTHER)).isEmpty();
    }

    @Test
    default void releaseShouldLeaveAloneWhatAnotherEntryOfTheSameNameHolds() {
        reserve(CERTIFICATE, DEVICE);
        does(stores -> stores.reservations().release(GROUP, Set.of()));
        assertThat(holder(CERTIFICATE)).contains(DEVICE.canonical());
    }

    private static EnrollmentRef numbered(int racer) {
        return EnrollmentRef.individual(new RegistrationId("racer-" + racer));
    }

    private Optional<EnrollmentRef> holder(Thumbprint certificate) {
        return seen(stores -> stores.reservations().holder(certificate));
    }

    private boolean reserve(Thumbprint certificate, EnrollmentRef holder) {
        return doing(stores -> stores.reservations().reserve(certificate, holder));
    }

    private boolean reassign(EnrollmentRef from, EnrollmentRef to) {
        return doing(stores -> stores.reservations().reassign(CERTIFICATE, from, to));
    }
}
