package io.fairlead.application.provisioning;

import static io.fairlead.domain.fixture.SomeTpms.otherTpm;
import static io.fairlead.domain.fixture.SomeTpms.someTpm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.attestation.TpmAttestation;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.SoftwareTpm;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.fixture.SomeTpms;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.RegistrationSubstatus;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import io.fairlead.domain.tpm.TpmKeys;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A device with a TPM, from the challenge to the hub. */
class TpmDeviceTest {
    private final Scene scene = new Scene();
    private final SoftwareTpm tpm = someTpm();
    private final SceneDevice device = new SceneDevice(scene).withTpm(tpm);

    @Test
    void deviceShouldComeToItsHubWithAKeyThatItsTpmOpens() {
        device.enroll(entry(SomeTpms.attestation(tpm)));

        OperationReport report = device.provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(canConnect(opened(report), SomeHubs.HUB_A)).isTrue();
        assertThat(tpm.purpose()).isEqualTo(SomeHubs.HUB_A + "/devices/some-device");
    }

    @Test
    void challengeShouldSayWhatItIsFor() {
        device.enroll(entry(SomeTpms.attestation(tpm)));

        tpm.activate(device.challenge().orElseThrow().bytes());

        assertThat(tpm.purpose()).isEqualTo(SomeProofs.SCOPE + "/registrations/some-device");
    }

    @Test
    void hubKeyShouldBeTheSameOneWrappedAnewWhenTheDeviceComesAgain() {
        device.enroll(entry(SomeTpms.attestation(tpm)));
        OperationReport first = device.provision();
        SymmetricKey key = opened(first);

        OperationReport second = device.provision();

        assertThat(second.operationId()).isEqualTo(first.operationId());
        assertThat(second.hubKey()).isPresent().isNotEqualTo(first.hubKey());
        assertThat(opened(second)).isEqualTo(key);
    }

    @Test
    void hubKeyShouldBeAnotherWhenTheDeviceMoves() {
        device.enroll(entry(SomeTpms.attestation(tpm)));
        SymmetricKey old = opened(device.provision());
        device.enroll(SomeEnrollments.anEnrollment()
                .withAttestation(SomeTpms.attestation(tpm))
                .withHubs(SomeHubs.HUB_B)
                .build());

        OperationReport moved = device.provision();

        assertThat(moved.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_MIGRATED);
        assertThat(canConnect(opened(moved), SomeHubs.HUB_B)).isTrue();
        assertThat(canConnect(old, SomeHubs.HUB_B)).isFalse();
    }

    @Test
    void recordShouldFollowWhenTheTpmWasCleared() {
        device.enroll(entry(SomeTpms.attestation(tpm)));
        SymmetricKey key = opened(device.provision());
        SoftwareTpm cleared = tpm.cleared();

        OperationReport report = device.withTpm(cleared).provision();
        cleared.activate(report.hubKey().orElseThrow().bytes());

        assertThat(SymmetricKey.of(cleared.identityKey())).isEqualTo(key);
        assertThat(device.record().rootKey()).contains(SomeTpms.keys(cleared).root());
    }

    @Test
    void changedSecretShouldReachTheHubWithTheNextRequest() {
        device.enroll(entry(SomeTpms.attestation(tpm)));
        SymmetricKey old = opened(device.provision());
        device.enroll(entry(new TpmAttestation(
                SomeTpms.keys(tpm).endorsement(), Optional.empty(), SomeKeys.key("another secret"))));

        SymmetricKey rolled = opened(device.provision());

        assertThat(rolled).isNotEqualTo(old);
        assertThat(canConnect(rolled, SomeHubs.HUB_A)).isTrue();
        assertThat(canConnect(old, SomeHubs.HUB_A)).isFalse();
    }

    @Test
    void challengeShouldBeRefusedWhenTheTpmIsAnother() {
        device.enroll(entry(SomeTpms.attestation(otherTpm())));

        assertRefused(Problem.Kind.UNAUTHENTICATED, "OTHER_ENDORSEMENT_KEY", device::challenge);
    }

    @Test
    void challengeShouldBeRefusedWhenTheDeviceIsNotEnrolled() {
        assertRefused(Problem.Kind.NOT_ENROLLED, "NOT_ENROLLED", device::challenge);
    }

    @Test
    void challengeShouldBeNoneWhenTheEntryIsByKey() {
        device.enroll(SomeEnrollments.anEnrollment().build());

        assertThat(device.challenge()).isEmpty();
    }

    @Test
    void registerShouldBeRefusedWhenTheTokenIsByAnotherKey() {
        device.enroll(entry(SomeTpms.attestation(tpm)));

        assertRefused(Problem.Kind.UNAUTHENTICATED, "CHALLENGE_NOT_ANSWERED", () -> register(SomeKeys.key("a guess")));
        SymmetricKey hubKey = opened(device.provision());
        assertRefused(Problem.Kind.UNAUTHENTICATED, "CHALLENGE_NOT_ANSWERED", () -> register(hubKey));
    }

    @Test
    void challengeShouldBeAnswerableForAnHourAndNotForEver() {
        device.enroll(entry(SomeTpms.attestation(tpm)));
        tpm.activate(device.challenge().orElseThrow().bytes());
        SymmetricKey key = SymmetricKey.of(tpm.identityKey());

        scene.clock().advance(Duration.ofHours(1));
        assertThat(register(key)).isNotNull();
        scene.clock().advance(Duration.ofHours(2));
        assertRefused(Problem.Kind.UNAUTHENTICATED, "CHALLENGE_NOT_ANSWERED", () -> register(key));
    }

    @Test
    void registerShouldBeRefusedWhenNothingIsSigned() {
        device.enroll(entry(SomeTpms.attestation(tpm)));
        RegistrationRequest bare = new RegistrationRequest(
                SomeProofs.SCOPE.value(),
                device.id(),
                new DeviceProof.None(),
                Optional.empty(),
                ReprovisioningSupport.NATIVE);

        assertRefused(
                Problem.Kind.UNAUTHENTICATED, "TPM_DUE", () -> scene.door().register(bare));
    }

    @Test
    void registerShouldSayThatTheKeysOfTheTpmAreDueWithTheTokenToo() {
        device.enroll(entry(SomeTpms.attestation(tpm)));
        tpm.activate(device.challenge().orElseThrow().bytes());

        assertRefused(Problem.Kind.INVALID, "", () -> register(SymmetricKey.of(tpm.identityKey()), Optional.empty()));
    }

    @Test
    void registerShouldBeRefusedWhenTheTokenComesWithAnotherTpm() {
        device.enroll(entry(SomeTpms.attestation(tpm)));
        tpm.activate(device.challenge().orElseThrow().bytes());
        SymmetricKey key = SymmetricKey.of(tpm.identityKey());

        assertRefused(Problem.Kind.UNAUTHENTICATED, "", () -> register(key, Optional.of(SomeTpms.keys(otherTpm()))));
    }

    @Test
    void disabledEntryShouldLetNobodyInWhoProvedItself() {
        device.enroll(SomeEnrollments.anEnrollment()
                .withAttestation(SomeTpms.attestation(tpm))
                .disabled()
                .build());

        assertRefused(Problem.Kind.ENROLLMENT_DISABLED, "", device::register);
    }

    private SymmetricKey opened(OperationReport report) {
        tpm.activate(report.hubKey().orElseThrow().bytes());
        return SymmetricKey.of(tpm.identityKey());
    }

    private boolean canConnect(SymmetricKey key, HubName hub) {
        return device.users().canConnect(device.at(hub), new KeyCredential(new SymmetricKeys(key, key)));
    }

    private OperationReport register(SymmetricKey key) {
        return register(key, Optional.of(SomeTpms.keys(tpm)));
    }

    private OperationReport register(SymmetricKey key, Optional<TpmKeys> shown) {
        RegistrationRequest signed = device.request(ReprovisioningSupport.NATIVE);
        return scene.door()
                .register(new RegistrationRequest(
                        signed.idScope(),
                        signed.registrationId(),
                        SomeProofs.token(
                                key, device.id(), scene.clock().instant().plus(Duration.ofHours(9))),
                        signed.payload(),
                        signed.support(),
                        signed.said(),
                        shown,
                        signed.address()));
    }

    private static IndividualEnrollment entry(TpmAttestation attestation) {
        return SomeEnrollments.anEnrollment()
                .withAttestation(attestation)
                .withHubs(SomeHubs.HUB_A)
                .build();
    }

    private void assertRefused(Problem.Kind kind, String reason, ThrowingCallable request) {
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(request)
                .satisfies(refusal -> assertThat(refusal.problem().kind()).isEqualTo(kind));
        if (!reason.isEmpty()) assertThat(scene.events().heard()).last().isEqualTo("proofRefused " + reason);
    }
}
