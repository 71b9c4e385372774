package io.fairlead.application.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Possession;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom the service believes, and how an operator shows that a key is his. */
class CertificateAuthorityServiceTest {
    private static final CertificateName NAME = new CertificateName("Maker-1");
    private static final EnrollmentGroupId GROUP = new EnrollmentGroupId("some-group");
    private static final Minted ROOT = Mint.authority("root").selfSigned();
    private static final Minted OTHER = Mint.authority("other").selfSigned();

    private final Scene scene = new Scene();
    private final CertificateAuthorities authorities =
            new CertificateAuthorityService(scene.database(), scene.ids(), scene.clock());
    private final EnrollmentGroups groups =
            new EnrollmentGroupService(scene.database(), scene::linkedHubs, scene.ids(), scene.clock());

    @Test
    void uploadedAuthorityShouldBeUnverifiedUntilItsKeySignsTheCode() {
        assertThat(put(ROOT).isVerified()).isFalse();
        String code = code();

        CertificateAuthority verified = verify(Mint.named("CN=" + code).signedBy(ROOT));

        assertThat(verified.possession()).isEqualTo(Possession.PROVEN);
        assertThat(authorities.get(NAME)).isEqualTo(verified);
        assertThat(audited())
                .containsExactlyInAnyOrder("CERTIFICATE_UPLOADED", "CERTIFICATE_CODE_GIVEN", "CERTIFICATE_VERIFIED");
    }

    @Test
    void codeShouldServeOnceAndGiveWayToTheNext() {
        put(ROOT);
        String first = code();
        assertThat(code()).isNotEqualTo(first).hasSize(48);

        assertRefused(Problem.Kind.INVALID, "not the verification code", () -> verify(signed(first)));
        String last = authorities.get(NAME).possession().code().orElseThrow();
        verify(signed(last));
        assertRefused(Problem.Kind.INVALID, "ask for one", () -> verify(signed(last)));
        assertThat(authorities.get(NAME).isVerified()).isTrue();
    }

    @Test
    void proofShouldBeRefusedWhenItProvesNothing() {
        put(ROOT);
        assertRefused(Problem.Kind.INVALID, "ask for one", () -> verify(signed("anything")));
        String code = code();
        Mint named = Mint.named("CN=" + code);
        assertRefused(Problem.Kind.INVALID, "not signed", () -> verify(named.signedBy(OTHER)));
        assertRefused(Problem.Kind.INVALID, "not signed", () -> verify(named.selfSigned()));
        assertRefused(
                Problem.Kind.INVALID,
                "not signed",
                () -> verify(named.signedBy(new Minted(ROOT.certificate(), OTHER.keys()))));
        assertRefused(
                Problem.Kind.INVALID,
                "weak",
                () -> verify(Mint.named("CN=" + code).rsa(1024).signedBy(ROOT)));
        assertRefused(
                Problem.Kind.INVALID,
                "expired",
                () -> verify(Mint.named("CN=" + code)
                        .valid(yesterday(2), yesterday(1))
                        .signedBy(ROOT)));
        assertThat(authorities.get(NAME).isVerified()).isFalse();
    }

    @Test
    void replacedCertificateShouldBeUnverifiedAndTheSameOneStay() {
        authorities.put(NAME, said(ROOT, Optional.of(true)), Precondition.NONE, "owner");
        assertThat(put(ROOT).isVerified()).isTrue();
        assertThat(put(OTHER).isVerified()).isFalse();
        assertThat(authorities.all()).hasSize(1);
    }

    @Test
    void operatorShouldVouchAndTakeItBack() {
        put(ROOT);
        code();
        assertThat(authorities
                        .put(NAME, said(ROOT, Optional.of(true)), Precondition.NONE, "owner")
                        .possession())
                .isEqualTo(Possession.PROVEN);
        assertThat(authorities
                        .put(NAME, said(ROOT, Optional.of(false)), Precondition.NONE, "owner")
                        .isVerified())
                .isFalse();
        assertThat(audited())
                .containsExactlyInAnyOrder(
                        "CERTIFICATE_UPLOADED",
                        "CERTIFICATE_CODE_GIVEN",
                        "CERTIFICATE_VOUCHED_FOR",
                        "CERTIFICATE_UPLOADED");
    }

    @Test
    void authorityThatAGroupNamesShouldBeReplacedWithItsReservationButNotDeleted() {
        put(ROOT);
        groups.put(GROUP, naming(), Precondition.NONE, SomeDrafts.ALICE);

        assertRefused(Problem.Kind.CONFLICT, "named by", () -> authorities.delete(NAME, Precondition.NONE, "owner"));
        put(OTHER);

        assertThat(holder(OTHER)).isEqualTo(EnrollmentRef.group(GROUP).canonical());
        assertThat(scene.database()
                        .<Boolean>read(stores -> stores.reservations()
                                .holder(ROOT.certificate().thumbprint())
                                .isEmpty()))
                .isTrue();
        groups.delete(GROUP, Precondition.NONE, SomeDrafts.ALICE);
        authorities.delete(NAME, Precondition.NONE, "owner");
        assertThat(authorities.all()).isEmpty();
    }

    @Test
    void certificateShouldBeKnownUnderOneNameOnly() {
        put(ROOT);
        assertRefused(
                Problem.Kind.CONFLICT,
                "as 'Maker-1'",
                () -> authorities.put(
                        new CertificateName("second"), said(ROOT, Optional.empty()), Precondition.NONE, "owner"));
    }

    @Test
    void changeShouldBeRefusedWhenTheVersionIsAnother() {
        CertificateAuthority first = put(ROOT);
        put(OTHER);
        Precondition stale = Precondition.version(first.etag());
        assertRefused(Problem.Kind.PRECONDITION_FAILED, "changed", () -> authorities.newCode(NAME, stale, "owner"));
        assertRefused(Problem.Kind.PRECONDITION_FAILED, "changed", () -> authorities.delete(NAME, stale, "owner"));
        assertRefused(
                Problem.Kind.PRECONDITION_FAILED,
                "changed",
                () -> authorities.put(NAME, said(ROOT, Optional.empty()), stale, "owner"));
    }

    @Test
    void unknownNameShouldBeToldAsSuch() {
        assertRefused(Problem.Kind.NOT_FOUND, "does not exist", () -> authorities.get(NAME));
        assertRefused(
                Problem.Kind.NOT_FOUND, "does not exist", () -> authorities.newCode(NAME, Precondition.NONE, "owner"));
    }

    @ParameterizedTest
    @MethodSource
    void putShouldBeRefusedWhenTheCertificateCanVouchForNobody(Minted unfit) {
        assertRefused(Problem.Kind.INVALID, "certificate", () -> put(unfit));
        assertThat(authorities.all()).isEmpty();
    }

    static Stream<Minted> putShouldBeRefusedWhenTheCertificateCanVouchForNobody() {
        return Stream.of(
                Mint.device("no-authority").selfSigned(),
                Mint.authority("signs nothing").usage(KeyUsage.cRLSign).selfSigned(),
                Mint.authority("weak").rsa(1024).selfSigned(),
                Mint.authority("old").valid(yesterday(2), yesterday(1)).selfSigned());
    }

    private static Instant yesterday(int days) {
        return SomeMoments.NOW.minus(Duration.ofDays(days));
    }

    private static EnrollmentDraft naming() {
        return SomeDrafts.aDraft()
                .withAttestation(new AttestationDraft.References(PrimarySecondary.of(NAME)))
                .build();
    }

    private CertificateAuthority put(Minted authority) {
        return authorities.put(NAME, said(authority, Optional.empty()), Precondition.NONE, "owner");
    }

    private static AuthorityDraft said(Minted authority, Optional<Boolean> verified) {
        return new AuthorityDraft(authority.certificate(), verified);
    }

    private String code() {
        return authorities
                .newCode(NAME, Precondition.NONE, "owner")
                .possession()
                .code()
                .orElseThrow();
    }

    private static Minted signed(String commonName) {
        return Mint.named("CN=" + commonName).signedBy(ROOT);
    }

    private CertificateAuthority verify(Minted proof) {
        return authorities.verify(NAME, proof.certificate(), Precondition.NONE, "owner");
    }

    private EnrollmentRef holder(Minted minted) {
        Certificate certificate = minted.certificate();
        return scene.database()
                .read(stores -> stores.reservations().holder(certificate.thumbprint()))
                .orElseThrow();
    }

    private List<String> audited() {
        return scene
                .database()
                .read(stores -> stores.audit().of(AuditSubject.certificate(NAME), PageRequest.first(100)))
                .items()
                .stream()
                .map(AuditEntry::decision)
                .toList();
    }

    private static void assertRefused(Problem.Kind kind, String detail, ThrowingCallable call) {
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.problem().kind()).isEqualTo(kind))
                .satisfies(refused -> assertThat(refused.problem().detail()).contains(detail));
    }
}
