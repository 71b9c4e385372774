package io.fairlead.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.paging.AuditQuery;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.attestation.AuthorityReferences;
import io.fairlead.domain.attestation.ClientCertificates;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.attestation.SigningCertificates;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.domain.fixture.SomeAuthorities;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.OperationStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A device that shows a certificate, from its first request to the hub. */
class CertificateDeviceTest {
    private static final Minted ROOT = Mint.authority("root").selfSigned();
    private static final Minted MAKER = Mint.authority("maker").signedBy(ROOT);
    private static final Minted LEAF = Mint.device("some-device").signedBy(MAKER);
    private static final Minted OWN = Mint.device("some-device").selfSigned();

    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);

    @Test
    void deviceShouldComeToItsHubWithTheCertificateThatItShowed() {
        enroll(OWN);

        OperationReport report = device.showing(OWN).provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.canConnectTo(SomeHubs.HUB_A)).isTrue();
    }

    @Test
    void rolledCertificateShouldReachTheHubWithTheNextRequest() {
        Minted next = Mint.device("some-device").selfSigned();
        enroll(OWN, next);
        device.showing(OWN).provision();

        OperationReport rolled = device.showing(next).provision();

        assertThat(rolled.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.canConnectTo(SomeHubs.HUB_A)).isTrue();
        assertThat(device.showing(OWN).canConnectTo(SomeHubs.HUB_A)).isFalse();
    }

    @Test
    void deviceOfAGroupShouldBeProvisionedOverItsChain() {
        enroll(signed(MAKER).build(), MAKER);
        trust(ROOT);

        OperationReport report = device.showing(LEAF, MAKER, ROOT).provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.record().entry())
                .isEqualTo(EnrollmentRef.group(signed(MAKER).build().groupId()));
        assertThat(device.canConnectTo(SomeHubs.HUB_A)).isTrue();
    }

    @Test
    void renewedCertificateOfADeviceOfAGroupShouldReachTheHubWithTheNextRequest() {
        enroll(referring().build(), ROOT);
        trust(ROOT);
        device.showing(LEAF, MAKER, ROOT).provision();
        Minted renewed = Mint.device("some-device").signedBy(MAKER);

        device.showing(renewed, MAKER, ROOT).provision();

        assertThat(device.canConnectTo(SomeHubs.HUB_A)).isTrue();
        assertThat(device.showing(LEAF).canConnectTo(SomeHubs.HUB_A)).isFalse();
    }

    @Test
    void nearestEnrolledCertificateOfTheChainShouldDecide() {
        enroll(referring().build(), ROOT);
        enroll(signed(MAKER).withId("nearer").disabled().build(), MAKER);
        trust(ROOT);

        assertRefused(Problem.Kind.ENROLLMENT_DISABLED, "", LEAF, MAKER, ROOT);
    }

    @Test
    void disabledIndividualEntryShouldBanOneDeviceOfAGroup() {
        enroll(referring().build(), ROOT);
        trust(ROOT);
        device.enroll(SomeEnrollments.anEnrollment().disabled().build());

        assertRefused(Problem.Kind.UNAUTHENTICATED, "TOKEN_DUE", LEAF, MAKER, ROOT);
    }

    @Test
    void certificateOfAnotherDeviceShouldBeRefused() {
        Minted others = Mint.device("other-device").selfSigned();
        save(
                SomeEnrollments.anEnrollment()
                        .withId("other-device")
                        .withAttestation(clients(others))
                        .build(),
                others);
        assertRefused(Problem.Kind.UNAUTHENTICATED, "CERTIFICATE_OF_ANOTHER", others);

        enroll(OWN);
        assertRefused(Problem.Kind.UNAUTHENTICATED, "WRONG_CERTIFICATE", others);
    }

    @Test
    void chainToAnUnverifiedAuthorityShouldBeRefused() {
        enroll(referring().build(), ROOT);
        scene.database()
                .write(stores -> stores.authorities().insert(SomeAuthorities.unverified("root", ROOT.certificate())));

        assertRefused(Problem.Kind.UNAUTHENTICATED, "UNVERIFIED_AUTHORITY", LEAF, MAKER, ROOT);
    }

    @Test
    void strangersCertificateShouldBeRefused() {
        assertRefused(Problem.Kind.UNAUTHENTICATED, "SELF_SIGNED", OWN);
        assertRefused(Problem.Kind.NOT_ENROLLED, "NOT_ENROLLED", LEAF, MAKER, ROOT);
    }

    @Test
    void tokenShouldBeRefusedWhereACertificateIsDue() {
        enroll(OWN);
        assertRefused(Problem.Kind.UNAUTHENTICATED, "CERTIFICATE_DUE");
    }

    @Test
    void certificateThatWasTakenFromTheEntryMeanwhileShouldNotReachTheHub() {
        enroll(OWN);
        device.showing(OWN).register();
        Minted next = Mint.device("some-device").selfSigned();
        enroll(next);

        scene.work();

        assertThat(device.canConnectTo(SomeHubs.HUB_A)).isFalse();
    }

    @Test
    void deviceShouldMoveFromKeysToACertificate() {
        device.enroll(SomeEnrollments.someEnrollment());
        device.provision();
        enroll(OWN);

        device.showing(OWN).provision();

        assertThat(device.canConnectTo(SomeHubs.HUB_A)).isTrue();
        assertThat(device.showing().holding(SomeKeys.someKeys()).canConnectTo(SomeHubs.HUB_A))
                .isFalse();
    }

    @Test
    void refusalShouldLeaveOneAuditEntryForEachReasonInAnHour() {
        enroll(OWN);
        Minted wrong = Mint.device("some-device").selfSigned();
        for (int times = 0; times < 3; times++) {
            assertRefused(Problem.Kind.UNAUTHENTICATED, "WRONG_CERTIFICATE", wrong);
            assertRefused(Problem.Kind.UNAUTHENTICATED, "CERTIFICATE_DUE");
        }
        assertThat(refusals()).containsExactlyInAnyOrder("WRONG_CERTIFICATE", "CERTIFICATE_DUE");

        scene.clock().advance(Duration.ofHours(1));
        assertRefused(Problem.Kind.UNAUTHENTICATED, "WRONG_CERTIFICATE", wrong);
        assertThat(refusals()).containsExactlyInAnyOrder("WRONG_CERTIFICATE", "CERTIFICATE_DUE", "WRONG_CERTIFICATE");
    }

    @Test
    void refusalsShouldNotFillTheAuditLogWhateverStrangersTry() {
        for (int stranger = 0; stranger < 100; stranger++) {
            SceneDevice other = new SceneDevice(scene, "stranger-" + stranger, SomeKeys.someKeys()).showing(OWN);
            assertThatExceptionOfType(ProvisioningException.class).isThrownBy(other::register);
        }
        assertThat(audited()).hasSize(20);
        scene.clock().advance(Duration.ofMinutes(1));
        assertRefused(Problem.Kind.UNAUTHENTICATED, "SELF_SIGNED", OWN);
        assertThat(audited()).hasSize(21);
    }

    private List<String> refusals() {
        return device.audit().stream()
                .filter(entry -> entry.decision().equals("REFUSED"))
                .map(entry -> entry.inputs().get("proof"))
                .toList();
    }

    private List<AuditEntry> audited() {
        return scene.database()
                .read(stores -> stores.audit().search(AuditQuery.ALL, PageRequest.first(1000)))
                .items();
    }

    private void enroll(Minted... certificates) {
        save(
                SomeEnrollments.anEnrollment()
                        .withHubs(SomeHubs.HUB_A)
                        .withAttestation(clients(certificates))
                        .build(),
                certificates);
    }

    private void save(IndividualEnrollment entry, Minted... held) {
        device.enroll(entry);
        reserve(entry.ref(), held);
    }

    private void enroll(EnrollmentGroup group, Minted held) {
        device.enroll(group);
        reserve(group.ref(), held);
    }

    private void reserve(EnrollmentRef entry, Minted... held) {
        for (Minted one : held) {
            scene.database()
                    .write(stores ->
                            stores.reservations().reserve(one.certificate().thumbprint(), entry));
        }
    }

    private void trust(Minted authority) {
        scene.database()
                .write(stores ->
                        stores.authorities().insert(SomeAuthorities.verified("root", authority.certificate())));
    }

    private static ClientCertificates clients(Minted... certificates) {
        Certificate first = certificates[0].certificate();
        return new ClientCertificates(
                certificates.length == 1
                        ? PrimarySecondary.of(first)
                        : PrimarySecondary.of(first, certificates[1].certificate()));
    }

    private static SomeGroups.Builder signed(Minted signer) {
        return SomeGroups.aGroup()
                .withHubs(SomeHubs.HUB_A)
                .withAttestation(new SigningCertificates(PrimarySecondary.of(signer.certificate())));
    }

    private static SomeGroups.Builder referring() {
        return SomeGroups.aGroup()
                .withHubs(SomeHubs.HUB_A)
                .withAttestation(new AuthorityReferences(PrimarySecondary.of(new CertificateName("root"))));
    }

    private void assertRefused(Problem.Kind kind, String reason, Minted... shown) {
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(device.showing(shown)::register)
                .satisfies(refused -> assertThat(refused.problem().kind()).isEqualTo(kind));
        if (!reason.isEmpty()) {
            assertThat(scene.events().heard()).last().isEqualTo("proofRefused " + reason);
        }
    }
}
