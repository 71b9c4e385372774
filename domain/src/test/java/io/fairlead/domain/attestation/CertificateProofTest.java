package io.fairlead.domain.attestation;

import static io.fairlead.domain.attestation.BadChains.INTERMEDIATE;
import static io.fairlead.domain.attestation.BadChains.LEAF;
import static io.fairlead.domain.attestation.BadChains.OWN;
import static io.fairlead.domain.attestation.BadChains.ROOT;
import static io.fairlead.domain.fixture.SomeMoments.NOW;
import static io.fairlead.domain.fixture.SomeProofs.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.fairlead.domain.attestation.ProofVerdict.NotProven;
import io.fairlead.domain.attestation.ProofVerdict.Proven;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Possession;
import io.fairlead.domain.certificate.RevocationLists;
import io.fairlead.domain.certificate.Trust;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.domain.fixture.RevocationMint;
import io.fairlead.domain.fixture.SomeAuthorities;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.identity.RegistrationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which certificates prove a device, and the reason of each that does not. */
class CertificateProofTest {
    private static final RegistrationId ID = new RegistrationId("device-1");
    private static final Duration DAY = Duration.ofDays(1);
    private static final CertificateName ROOT_NAME = new CertificateName("the-root");
    private static final Trust VERIFIED = trust(ROOT, true);

    @Test
    void enrolledCertificateShouldProveAndBecomeTheCredential() {
        assertThat(individual(OWN, OWN)).isEqualTo(proven(OWN));
    }

    @Test
    void eitherEnrolledCertificateShouldProve() {
        Minted next = Mint.device("device-1").selfSigned();
        Attestation both = new ClientCertificates(PrimarySecondary.of(OWN.certificate(), next.certificate()));
        assertThat(check(both, Trust.NONE, OWN)).isEqualTo(proven(OWN));
        assertThat(check(both, Trust.NONE, next)).isEqualTo(proven(next));
    }

    @Test
    void enrolledCertificateShouldProveWhoeverIssuedIt() {
        assertThat(individual(LEAF, LEAF, INTERMEDIATE)).isEqualTo(proven(LEAF));
        assertThat(individual(LEAF, LEAF)).isEqualTo(proven(LEAF));
    }

    @Test
    void chainShouldProveUpToTheVerifiedAuthorityThatTheGroupNames() {
        assertThat(group(VERIFIED, LEAF, INTERMEDIATE, ROOT)).isEqualTo(proven(LEAF));
        Minted direct = Mint.device("device-1").signedBy(ROOT);
        assertThat(group(VERIFIED, direct, ROOT)).isEqualTo(proven(direct));
    }

    @Test
    void chainShouldProveOverASigningCertificateBelowAVerifiedAuthority() {
        Attestation signers = new SigningCertificates(PrimarySecondary.of(INTERMEDIATE.certificate()));
        assertThat(check(signers, VERIFIED, LEAF, INTERMEDIATE, ROOT)).isEqualTo(proven(LEAF));
        assertThat(check(signers, trust(INTERMEDIATE, true), LEAF, INTERMEDIATE))
                .isEqualTo(proven(LEAF));
        assertThat(check(signers, VERIFIED, LEAF, INTERMEDIATE)).isEqualTo(not(Reason.UNVERIFIED_AUTHORITY));
    }

    @Test
    void verifiedAuthorityBelowTheGroupsCertificateShouldNotEndThePath() {
        Attestation signers = new SigningCertificates(PrimarySecondary.of(ROOT.certificate()));
        assertThat(check(signers, trust(INTERMEDIATE, true), LEAF, INTERMEDIATE, ROOT))
                .isEqualTo(not(Reason.UNVERIFIED_AUTHORITY));
    }

    @Test
    void chainOfTheGreatestLengthShouldProve() {
        Minted[] chain = BadChains.chain(CertificateChain.MAX_LENGTH);
        assertThat(group(trust(chain[chain.length - 1], true), chain)).isEqualTo(proven(chain[0]));
    }

    @Test
    void strongRsaShouldProve() {
        Minted authority = Mint.authority("rsa").rsa(2048).selfSigned();
        Minted leaf =
                Mint.device("device-1").rsa(2048).signedWith("SHA384withRSA").signedBy(authority);
        assertThat(group(trust(authority, true), leaf, authority)).isEqualTo(proven(leaf));
    }

    @Test
    void certificateShouldBeGoodFromItsFirstToItsLastSecond() {
        Minted brief = Mint.device("device-1").valid(NOW, NOW.plusSeconds(9)).selfSigned();
        assertThat(at(NOW.minusSeconds(1), brief)).isEqualTo(not(Reason.CERTIFICATE_NOT_YET_VALID));
        assertThat(at(NOW, brief)).isEqualTo(proven(brief));
        assertThat(at(NOW.plusSeconds(9), brief)).isEqualTo(proven(brief));
        assertThat(at(NOW.plusSeconds(10), brief)).isEqualTo(not(Reason.CERTIFICATE_EXPIRED));
    }

    @Test
    void proofOfAnotherKindShouldBeToldWhatIsDue() {
        Attestation clients = new ClientCertificates(PrimarySecondary.of(OWN.certificate()));
        DeviceProof token = SomeProofs.token(SomeKeys.key("any"), ID);
        assertThat(ProofCheck.individual(clients, claim(token), Trust.NONE)).isEqualTo(not(Reason.CERTIFICATE_DUE));
        assertThat(ProofCheck.individual(clients, claim(new DeviceProof.None()), Trust.NONE))
                .isEqualTo(not(Reason.NOTHING_SHOWN));
        assertThat(ProofCheck.individual(SomeKeys.someAttestation(), claim(proof(OWN)), Trust.NONE))
                .isEqualTo(not(Reason.TOKEN_DUE));
        assertThat(ProofCheck.group(SomeKeys.someAttestation(), claim(proof(OWN)), Trust.NONE))
                .isEqualTo(not(Reason.TOKEN_DUE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCertificates")
    void individualShouldRefuse(String what, Reason reason, Minted enrolled, Minted shown) {
        assertThat(individual(enrolled, shown)).isEqualTo(not(reason));
    }

    static Stream<Arguments> badCertificates() {
        return Stream.of(
                bad(
                        "another certificate",
                        Reason.WRONG_CERTIFICATE,
                        OWN,
                        Mint.device("device-1").selfSigned()),
                bad(
                        "another device's certificate",
                        Reason.WRONG_CERTIFICATE,
                        OWN,
                        Mint.device("device-2").selfSigned()),
                bad("wrong common name", Reason.OTHER_NAME, Mint.device("device-2")),
                bad("common name in another case", Reason.NAME_IN_OTHER_CASE, Mint.device("Device-1")),
                bad("no common name", Reason.OTHER_NAME, Mint.named("O=device-1")),
                bad("two common names", Reason.OTHER_NAME, Mint.named("CN=device-1,CN=device-1")),
                bad("a common name inside another attribute", Reason.OTHER_NAME, Mint.named("O=x\\,CN\\=device-1")),
                bad(
                        "expired",
                        Reason.CERTIFICATE_EXPIRED,
                        Mint.device("device-1").valid(NOW.minus(DAY), NOW.minusSeconds(1))),
                bad(
                        "not yet valid",
                        Reason.CERTIFICATE_NOT_YET_VALID,
                        Mint.device("device-1").valid(NOW.plusSeconds(1), NOW.plus(DAY))),
                bad("512-bit RSA", Reason.WEAK_KEY, Mint.device("device-1").rsa(512)),
                bad("1024-bit RSA", Reason.WEAK_KEY, Mint.device("device-1").rsa(1024)),
                bad(
                        "DSA",
                        Reason.WEAK_KEY,
                        Mint.device("device-1").keys(Mint.keys("DSA", 1024)).signedWith("SHA256withDSA")),
                bad(
                        "MD5",
                        Reason.WEAK_SIGNATURE,
                        Mint.device("device-1").rsa(2048).signedWith("MD5withRSA")),
                bad("SHA-1", Reason.WEAK_SIGNATURE, Mint.device("device-1").signedWith("SHA1withECDSA")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.fairlead.domain.attestation.BadChains#all")
    void groupShouldRefuse(String what, Reason reason, List<Minted> shown) {
        assertThat(group(VERIFIED, shown.toArray(Minted[]::new))).isEqualTo(not(reason));
    }

    @Test
    void unverifiedAuthorityShouldNotVouch() {
        assertThat(group(trust(ROOT, false), LEAF, INTERMEDIATE, ROOT)).isEqualTo(not(Reason.UNVERIFIED_AUTHORITY));
    }

    @Test
    void authorityThatExpiredShouldNotVouch() {
        Minted old =
                Mint.authority("old").valid(NOW.minus(DAY), NOW.minusSeconds(1)).selfSigned();
        assertThat(group(trust(old, true), Mint.device("device-1").signedBy(old), old))
                .isEqualTo(not(Reason.CERTIFICATE_EXPIRED));
    }

    @Test
    void authorityWithoutTheFlagShouldNotVouch() {
        Minted none = Mint.device("none").selfSigned();
        assertThat(group(trust(none, true), Mint.device("device-1").signedBy(none), none))
                .isEqualTo(not(Reason.ISSUER_IS_NO_AUTHORITY));
    }

    @Test
    void revokedCertificateShouldBeRefusedWhoeverInTheChainItBelongsTo() {
        assertThat(revoked(RevocationMint.list(INTERMEDIATE, INTERMEDIATE, LEAF.certificate())))
                .isEqualTo(not(Reason.REVOKED));
        assertThat(revoked(RevocationMint.list(ROOT, ROOT, INTERMEDIATE.certificate())))
                .isEqualTo(not(Reason.REVOKED));
        assertThat(revoked(RevocationMint.list(INTERMEDIATE, INTERMEDIATE, OWN.certificate())))
                .isEqualTo(proven(LEAF));
    }

    @Test
    void revocationListThatAnotherSignedShouldNotCount() {
        assertThat(revoked(RevocationMint.list(INTERMEDIATE, ROOT, LEAF.certificate())))
                .isEqualTo(proven(LEAF));
    }

    @Test
    void enrolledCertificateShouldBeRefusedWhenItsIssuerShownRevokedIt() {
        Trust lists = new Trust(
                List.of(),
                new RevocationLists(List.of(RevocationMint.list(INTERMEDIATE, INTERMEDIATE, LEAF.certificate()))));
        ClientCertificates enrolled = new ClientCertificates(PrimarySecondary.of(LEAF.certificate()));
        assertThat(check(enrolled, lists, LEAF, INTERMEDIATE)).isEqualTo(not(Reason.REVOKED));
    }

    private static ProofVerdict revoked(java.security.cert.X509CRL list) {
        return group(new Trust(VERIFIED.authorities(), new RevocationLists(List.of(list))), LEAF, INTERMEDIATE, ROOT);
    }

    private static ProofVerdict individual(Minted enrolled, Minted... shown) {
        return check(new ClientCertificates(PrimarySecondary.of(enrolled.certificate())), Trust.NONE, shown);
    }

    /** A group that names the authority of this trust. */
    private static ProofVerdict group(Trust trust, Minted... shown) {
        return check(new AuthorityReferences(PrimarySecondary.of(ROOT_NAME)), trust, shown);
    }

    private static ProofVerdict check(Attestation demand, Trust trust, Minted... shown) {
        return ProofCheck.group(demand, claim(proof(shown)), trust);
    }

    private static ProofVerdict at(Instant at, Minted shown) {
        return ProofCheck.individual(
                new ClientCertificates(PrimarySecondary.of(shown.certificate())),
                new IdentityClaim(SCOPE, ID, proof(shown), at),
                Trust.NONE);
    }

    private static IdentityClaim claim(DeviceProof proof) {
        return new IdentityClaim(SCOPE, ID, proof, NOW);
    }

    private static CertificateProof proof(Minted... shown) {
        return new CertificateProof(new CertificateChain(certificates(shown)));
    }

    private static List<Certificate> certificates(Minted... minted) {
        return Stream.of(minted).map(Minted::certificate).toList();
    }

    private static Trust trust(Minted authority, boolean verified) {
        Possession possession = verified ? Possession.PROVEN : Possession.UNPROVEN;
        return new Trust(
                List.of(SomeAuthorities.authority(ROOT_NAME.value(), authority.certificate(), possession, "etag")),
                RevocationLists.NONE);
    }

    /** Enrolled as it is shown. */
    private static Arguments bad(String what, Reason reason, Mint mint) {
        Minted made = mint.selfSigned();
        return arguments(what, reason, made, made);
    }

    private static Arguments bad(String what, Reason reason, Minted enrolled, Minted shown) {
        return arguments(what, reason, enrolled, shown);
    }

    private static Proven proven(Minted shown) {
        return new Proven(new CertificateCredential(shown.certificate().thumbprint()));
    }

    private static NotProven not(Reason reason) {
        return new NotProven(reason);
    }
}
