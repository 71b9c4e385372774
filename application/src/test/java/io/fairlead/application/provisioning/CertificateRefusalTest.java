package io.fairlead.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.attestation.AuthorityReferences;
import io.fairlead.domain.attestation.ClientCertificates;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.domain.fixture.SomeAuthorities;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.fixture.SomeMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Certificates that are no good, from a device's request to the audit log: each is refused with its own reason, and the
 * device is told it.
 */
class CertificateRefusalTest {
    private static final String ID = "some-device";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NOW = SomeMoments.NOW;
    private static final Minted ROOT = Mint.authority("root").selfSigned();
    private static final Minted UNVERIFIED = Mint.authority("unverified").selfSigned();
    private static final Minted MAKER = Mint.authority("maker").signedBy(ROOT);
    private static final Minted OTHERS = Mint.device("other-device").selfSigned();

    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);

    @BeforeEach
    void enroll() {
        group("trusting", "root", ROOT);
        group("waiting", "unverified", UNVERIFIED);
        scene.database().write(stores -> {
            stores.authorities().insert(SomeAuthorities.verified("root", ROOT.certificate()));
            stores.authorities().insert(SomeAuthorities.unverified("unverified", UNVERIFIED.certificate()));
            var anothers = SomeEnrollments.anEnrollment()
                    .withId("other-device")
                    .withAttestation(new ClientCertificates(PrimarySecondary.of(OTHERS.certificate())))
                    .build();
            stores.reservations().reserve(OTHERS.certificate().thumbprint(), anothers.ref());
            return stores.enrollments().insert(anothers);
        });
    }

    private void group(String id, String authority, Minted held) {
        scene.database().write(stores -> {
            var group = SomeGroups.aGroup()
                    .withId(id)
                    .withAttestation(new AuthorityReferences(PrimarySecondary.of(new CertificateName(authority))))
                    .build();
            stores.reservations().reserve(held.certificate().thumbprint(), group.ref());
            return stores.groups().insert(group);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void deviceShouldBeToldWhyAndTheLogToo(String what, Reason reason, List<Minted> shown) {
        device.showing(shown.toArray(Minted[]::new));

        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(device::register)
                .satisfies(no ->
                        assertThat(no.problem()).isEqualTo(Problem.of(Problem.Kind.UNAUTHENTICATED, reason.text())));

        assertThat(scene.events().heard()).last().isEqualTo("proofRefused " + reason);
        assertThat(device.audit()).singleElement().satisfies(entry -> {
            assertThat(entry.decision()).isEqualTo("REFUSED");
            assertThat(entry.reason()).isEqualTo(reason.text());
            assertThat(entry.inputs()).containsEntry("proof", reason.name());
        });
    }

    static Stream<Arguments> refused() {
        Minted past = Mint.authority("past")
                .valid(NOW.minus(DAY), NOW.minusSeconds(1))
                .signedBy(ROOT);
        Minted flagless = Mint.authority("flagless").withoutConstraints().signedBy(ROOT);
        return Stream.of(
                row("expired", Reason.CERTIFICATE_EXPIRED, leaf().valid(NOW.minus(DAY), NOW.minusSeconds(1))),
                row("not yet valid", Reason.CERTIFICATE_NOT_YET_VALID, leaf().valid(NOW.plusSeconds(1), NOW.plus(DAY))),
                row("an expired issuer", Reason.CERTIFICATE_EXPIRED, leaf().signedBy(past), past, ROOT),
                row("self-signed where a chain is due", Reason.SELF_SIGNED, leaf().selfSigned()),
                row("wrong common name", Reason.OTHER_NAME, Mint.device("somebody")),
                row("common name in another case", Reason.NAME_IN_OTHER_CASE, Mint.device("Some-Device")),
                row("chain of ten", Reason.CHAIN_TOO_LONG, ten()),
                row(
                        "chain with a loop",
                        Reason.CHAIN_REPEATS,
                        leaf().signedBy(MAKER),
                        MAKER,
                        Mint.authority("root").signedBy(MAKER),
                        MAKER,
                        ROOT),
                row(
                        "authority without the flag",
                        Reason.ISSUER_IS_NO_AUTHORITY,
                        leaf().signedBy(flagless),
                        flagless,
                        ROOT),
                row("512-bit RSA", Reason.WEAK_KEY, leaf().rsa(512)),
                row("SHA-1", Reason.WEAK_SIGNATURE, leaf().signedWith("SHA1withECDSA")),
                row("MD5", Reason.WEAK_SIGNATURE, md5()),
                row("certificate of one device with the id of another", Reason.CERTIFICATE_OF_ANOTHER, OTHERS),
                row("unverified authority", Reason.UNVERIFIED_AUTHORITY, leaf().signedBy(UNVERIFIED), UNVERIFIED));
    }

    private static Mint leaf() {
        return Mint.device(ID);
    }

    private static Minted[] md5() {
        Minted rsa = Mint.authority("rsa").rsa(2048).signedBy(ROOT);
        return new Minted[] {leaf().signedWith("MD5withRSA").signedBy(rsa), rsa, ROOT};
    }

    private static Minted[] ten() {
        Minted[] chain = new Minted[10];
        chain[9] = ROOT;
        for (int at = 8; at > 0; at--) {
            chain[at] = Mint.authority("authority " + at).signedBy(chain[at + 1]);
        }
        chain[0] = leaf().signedBy(chain[1]);
        return chain;
    }

    private static Arguments row(String what, Reason reason, Mint leaf) {
        return row(what, reason, leaf.signedBy(MAKER), MAKER, ROOT);
    }

    private static Arguments row(String what, Reason reason, Minted... shown) {
        return arguments(what, reason, List.of(shown));
    }
}
