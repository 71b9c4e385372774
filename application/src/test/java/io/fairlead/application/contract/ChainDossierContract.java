package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeCertificates.OTHER_DEVICE;
import static io.fairlead.domain.fixture.SomeCertificates.SOME_AUTHORITY;
import static io.fairlead.domain.fixture.SomeCertificates.SOME_DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.ChainDossier;
import io.fairlead.application.port.Stores;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.SomeAuthorities;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the request path finds of a presented chain. */
public interface ChainDossierContract extends DatabaseUnderTest {
    IndividualEnrollment DEVICE = SomeEnrollments.fullEnrollment();
    EnrollmentGroup GROUP = SomeGroups.fullGroup();
    CertificateAuthority AUTHORITY = SomeAuthorities.full();

    @Test
    default void chainShouldFindTheHoldersInItsOwnOrder() {
        does(stores -> {
            insert(stores, DEVICE, SOME_DEVICE);
            insert(stores, GROUP, SOME_AUTHORITY);
        });
        assertThat(chain(SOME_DEVICE, OTHER_DEVICE, SOME_AUTHORITY).holders()).containsExactly(DEVICE, GROUP);
        assertThat(chain(SOME_AUTHORITY, SOME_DEVICE).holders()).containsExactly(GROUP, DEVICE);
        assertThat(chain(OTHER_DEVICE).holders()).isEmpty();
    }

    @Test
    default void chainShouldReturnEveryFieldOfAHolder() {
        does(stores -> {
            insert(stores, DEVICE, SOME_DEVICE);
            insert(stores, GROUP, SOME_AUTHORITY);
        });
        List<Enrollment> holders = chain(SOME_DEVICE, SOME_AUTHORITY).holders();
        Kept.assertSame(holders.stream().findFirst(), DEVICE);
        Kept.assertSame(holders.stream().skip(1).findFirst(), GROUP);
    }

    @Test
    default void chainShouldFindAHolderOfSeveralOnce() {
        does(stores -> {
            insert(stores, GROUP, SOME_AUTHORITY);
            stores.reservations().reserve(OTHER_DEVICE.thumbprint(), GROUP.ref());
        });
        assertThat(chain(OTHER_DEVICE, SOME_AUTHORITY).holders()).containsExactly(GROUP);
    }

    @Test
    default void chainShouldNotFindAHolderThatIsGone() {
        does(stores -> stores.reservations().reserve(SOME_DEVICE.thumbprint(), DEVICE.ref()));
        assertThat(chain(SOME_DEVICE).holders()).isEmpty();
    }

    @Test
    default void chainShouldFindTheKnownAuthorities() {
        does(stores -> {
            stores.authorities().insert(AUTHORITY);
            stores.authorities().insert(SomeAuthorities.unverified("other", OTHER_DEVICE));
        });
        assertThat(chain(SOME_DEVICE, SOME_AUTHORITY).authorities()).containsExactly(AUTHORITY);
        assertThat(chain(SOME_AUTHORITY, OTHER_DEVICE).authorities()).hasSize(2);
        assertThat(chain(SOME_DEVICE).authorities()).isEmpty();
    }

    @Test
    default void chainThatIsTooLongShouldBeReadToItsGreatestLength() {
        does(stores -> stores.authorities().insert(AUTHORITY));
        List<Thumbprint> long_ = new ArrayList<>();
        while (long_.size() < CertificateChain.MAX_LENGTH) long_.add(SOME_DEVICE.thumbprint());
        long_.add(SOME_AUTHORITY.thumbprint());
        assertThat(this.<ChainDossier>seen(stores -> stores.chain(long_)).authorities())
                .isEmpty();
    }

    private static void insert(Stores stores, IndividualEnrollment entry, Certificate held) {
        stores.enrollments().insert(entry);
        stores.reservations().reserve(held.thumbprint(), entry.ref());
    }

    private static void insert(Stores stores, EnrollmentGroup entry, Certificate held) {
        stores.groups().insert(entry);
        stores.reservations().reserve(held.thumbprint(), entry.ref());
    }

    private ChainDossier chain(Certificate... certificates) {
        List<Thumbprint> chain =
                Stream.of(certificates).map(Certificate::thumbprint).toList();
        return seen(stores -> stores.chain(chain));
    }
}
