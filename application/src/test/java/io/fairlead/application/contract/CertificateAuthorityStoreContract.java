package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Possession;
import io.fairlead.domain.fixture.EveryField;
import io.fairlead.domain.fixture.SomeAuthorities;
import io.fairlead.domain.fixture.SomeCertificates;
import io.fairlead.domain.identity.ETag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store of certificate authorities promises. */
public interface CertificateAuthorityStoreContract extends DatabaseUnderTest {
    CertificateAuthority FULL = SomeAuthorities.full();
    CertificateAuthority OTHER = SomeAuthorities.unverified("other", SomeCertificates.OTHER_DEVICE);

    @Test
    default void findShouldReturnEveryFieldThatWasInserted() {
        EveryField.assertSet(FULL);
        assertThat(insert(FULL)).isTrue();
        Kept.assertSame(find("fULL-ca.1"), FULL);
        assertThat(find("other")).isEmpty();
    }

    @Test
    default void findShouldReturnNothingOptionalWhenNothingWasInserted() {
        insert(OTHER);
        Kept.assertSame(find("other"), OTHER);
    }

    @Test
    default void authorityShouldBeFoundByItsCertificate() {
        insert(FULL);
        insert(OTHER);
        Optional<CertificateAuthority> found = seen(stores ->
                stores.authorities().withCertificate(FULL.certificate().thumbprint()));
        Kept.assertSame(found, FULL);
    }

    @Test
    default void insertShouldBeRefusedWhenNameOrCertificateIsTaken() {
        insert(FULL);
        assertThat(insert(SomeAuthorities.unverified("full-CA.1", SomeCertificates.OTHER_DEVICE)))
                .isFalse();
        assertThat(insert(SomeAuthorities.unverified("second", FULL.certificate())))
                .isFalse();
        assertThat(this.<List<CertificateAuthority>>seen(
                        stores -> stores.authorities().all()))
                .containsExactly(FULL);
    }

    @Test
    default void allShouldBeListedByName() {
        insert(OTHER);
        insert(FULL);
        insert(SomeAuthorities.unverified("A-1", SomeCertificates.SOME_DEVICE));
        assertThat(this.<List<CertificateAuthority>>seen(
                        stores -> stores.authorities().all()))
                .extracting(authority -> authority.name().value())
                .containsExactly("A-1", "Full-CA.1", "other");
    }

    @Test
    default void replaceShouldChangeEveryFieldAtTheExpectedVersionOnly() {
        insert(SomeAuthorities.unverified("full-ca.1", SomeCertificates.OTHER_DEVICE));
        assertThat(replace(FULL, "etag-0")).isFalse();
        assertThat(replace(FULL, "etag-1")).isTrue();
        Kept.assertSame(find("full-ca.1"), FULL);
        assertThat(replace(OTHER, "etag-1")).isFalse();
    }

    @Test
    default void replaceShouldSucceedOnceWhenManyRaceFromOneVersion() {
        insert(FULL);
        List<Boolean> won = Race.among(
                Race.RACERS,
                racer -> replace(
                        SomeAuthorities.authority("full-ca.1", FULL.certificate(), Possession.PROVEN, "racer-" + racer),
                        "etag-1"));
        assertThat(won).containsOnlyOnce(true);
        assertThat(find("full-ca.1").orElseThrow().etag()).isEqualTo(new ETag("racer-" + won.indexOf(true)));
    }

    @Test
    default void removeShouldRemoveAtTheExpectedVersionOnly() {
        insert(FULL);
        insert(OTHER);
        assertThat(remove("FULL-ca.1", "etag-0")).isFalse();
        assertThat(remove("FULL-ca.1", "etag-1")).isTrue();
        assertThat(remove("FULL-ca.1", "etag-1")).isFalse();
        assertThat(find("full-ca.1")).isEmpty();
        assertThat(find("other")).isPresent();
    }

    private boolean insert(CertificateAuthority authority) {
        return doing(stores -> stores.authorities().insert(authority));
    }

    private boolean replace(CertificateAuthority authority, String expected) {
        return doing(stores -> stores.authorities().replace(authority, new ETag(expected)));
    }

    private boolean remove(String name, String expected) {
        return doing(stores -> stores.authorities().remove(new CertificateName(name), new ETag(expected)));
    }

    private Optional<CertificateAuthority> find(String name) {
        return seen(stores -> stores.authorities().find(new CertificateName(name)));
    }
}
