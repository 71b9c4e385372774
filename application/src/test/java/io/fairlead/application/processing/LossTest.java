package io.fairlead.application.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.HubFault;
import io.fairlead.application.operating.LossService;
import io.fairlead.application.operating.Losses;
import io.fairlead.application.operating.Operator;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationStatus;
import io.fairlead.domain.registration.RegistrationSubstatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The old hub has lost the device, or cannot be asked. */
class LossTest {
    private static final HubName A = SomeHubs.HUB_A;
    private static final HubName B = SomeHubs.HUB_B;

    private static final Operator OPERATOR = new Operator("operator");

    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);

    @BeforeEach
    void provision() {
        enroll(A, true);
        device.provision();
        device.users().deviceReports(device.at(A), SomeTwins.document("firmware", "2"));
    }

    @Test
    void migrateShouldCreateFromTheNewestSnapshotWhenTheOldHubLostTheDevice() {
        enroll(B, true);
        device.provision();
        device.users().thirdPartyRemoves(device.at(B));
        enroll(A, true);

        OperationReport report = device.provision();

        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_MIGRATED);
        assertThat(reported(A)).containsEntry("firmware", "2");
        assertThat(device.audit())
                .anyMatch(entry ->
                        entry.reason().contains("snapshot") && entry.reason().contains("lost"));
        assertThat(device.canConnectTo(A)).isTrue();
    }

    @Test
    void migrateShouldCreateFromTheInitialConfigurationWhenTheSnapshotIsTooOld() {
        enroll(B, true);
        device.provision();
        device.users().thirdPartyRemoves(device.at(B));
        scene.clock().advance(scene.settings().snapshotMaxAge().plus(Duration.ofDays(1)));
        enroll(A, true);

        OperationReport report = device.provision();

        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_RESET);
        assertThat(reported(A)).isEmpty();
    }

    @Test
    void recreationShouldKeepTheBanThatWasLastSeen() {
        device.users().operatorDisables(device.at(A), "stolen");
        enroll(B, true);
        device.provision();
        device.users().thirdPartyRemoves(device.at(B));
        enroll(A, true);

        device.provision();

        assertThat(device.on(A).orElseThrow().state().status()).isEqualTo(HubDeviceStatus.disabled("stolen"));
    }

    @Test
    void migrateShouldBeRefusedWhenTheOldHubIsUnlinked() {
        enroll(B, true);
        scene.unlink(A);

        OperationReport report = device.provision();

        assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.STATE_OUT_OF_REACH);
        assertThat(device.record().status()).isEqualTo(RegistrationStatus.ASSIGNED);
        assertThat(device.on(B)).isEmpty();
    }

    @Test
    void migrateShouldGoOnWhenTheOldHubIsLinkedAgain() {
        enroll(B, true);
        scene.unlink(A);
        device.provision();
        scene.link(A);

        assertThat(device.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(reported(B)).containsEntry("firmware", "2");
    }

    @Test
    void migrateShouldBeRefusedWhenTheOldHubDoesNotAnswer() {
        enroll(B, true);
        silence(A);

        OperationReport report = provisionPatiently();

        assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.STATE_OUT_OF_REACH);
        assertThat(device.on(B)).isEmpty();
    }

    @Test
    void migrateShouldGoOnWithoutTheStateWhenTheLossIsAcceptedForTheDevice() {
        enroll(B, true);
        scene.unlink(A);
        silence(A);
        device.provision();
        losses().acceptFor(device.id(), "the site burnt down", OPERATOR);

        OperationReport report = device.provision();

        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_RESET);
        assertThat(device.canConnectTo(B)).isTrue();
        assertThat(reported(B)).isEmpty();
        assertThat(device.duties()).extracting(HubDuty::kind).containsExactly(HubDuty.Kind.REMOVE_SOURCE);
        assertThat(device.audit())
                .filteredOn(entry -> entry.decision().startsWith("RECREAT"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.inputs()).containsValue("loss accepted: by an operator"))
                .satisfies(entry -> assertThat(entry.hubs()).containsExactly(A, B));
    }

    @Test
    void migrateShouldGoOnWhenTheLossIsAcceptedForAHubThatDoesNotAnswer() {
        enroll(B, true);
        silence(A);
        losses().acceptFor(A, "it will not come back", OPERATOR);

        assertThat(provisionPatiently().status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.canConnectTo(B)).isTrue();
    }

    @Test
    void acceptedLossShouldNotMatterWhenTheOldHubAnswers() {
        enroll(B, true);
        losses().acceptFor(A, "by mistake", OPERATOR);

        device.provision();

        assertThat(reported(B)).containsEntry("firmware", "2");
    }

    /** It was about the state at one place; when the device is back there, it is about nothing. */
    @Test
    void acceptedLossShouldHoldOnlyForTheAssignmentThatItWasAbout() {
        losses().acceptFor(device.id(), "gone", OPERATOR);
        enroll(B, true);
        device.provision();
        enroll(A, true);
        device.provision();
        enroll(B, true);
        scene.unlink(A);

        assertThat(device.provision().failure().orElseThrow().kind()).isEqualTo(FailureKind.STATE_OUT_OF_REACH);
    }

    @Test
    void withdrawnLossShouldNotHold() {
        losses().acceptFor(A, "gone", OPERATOR);
        losses().withdraw(A, OPERATOR);
        enroll(B, true);
        scene.unlink(A);

        assertThat(device.provision().failure().orElseThrow().kind()).isEqualTo(FailureKind.STATE_OUT_OF_REACH);
    }

    private Losses losses() {
        return new LossService(scene.database(), scene.ids(), scene.clock());
    }

    @Test
    void resetShouldMoveAnywayWhenTheOldHubDoesNotAnswer() {
        enroll(B, false);
        silence(A);

        OperationReport report = provisionPatiently();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.canConnectTo(B)).isTrue();
        assertThat(device.duties()).extracting(HubDuty::kind).containsExactly(HubDuty.Kind.DISCARD_SOURCE);
    }

    @Test
    void removalShouldBeDoneWhenTheOldHubIsBack() {
        enroll(B, false);
        silence(A);
        provisionPatiently();
        scene.hubs().script((call, moment) -> HubFault.NONE);
        scene.clock().advance(scene.settings().dutyBackoffCap());

        scene.workDue();

        assertThat(device.on(A)).isEmpty();
        assertThat(device.duties()).isEmpty();
    }

    @Test
    void resetShouldMoveWhenTheOldHubIsUnlinked() {
        enroll(B, false);
        scene.unlink(A);

        assertThat(device.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.canConnectTo(B)).isTrue();
    }

    @Test
    void resetShouldCreateAnewInPlaceWhenTheHubLostTheDevice() {
        enroll(A, false);
        device.users().thirdPartyRemoves(device.at(A));

        OperationReport report = device.provision();

        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_RESET);
        assertThat(device.canConnectTo(A)).isTrue();
        assertThat(reported(A)).isEmpty();
    }

    private OperationReport provisionPatiently() {
        OperationReport accepted = device.register();
        scene.work();
        for (int attempt = 0; attempt < 5; attempt++) {
            scene.clock().advance(scene.settings().retryBackoffCap());
            scene.workDue();
        }
        return device.poll(accepted.operationId());
    }

    private void silence(HubName hub) {
        scene.hubs().script((call, moment) -> call.hub().equals(hub) ? HubFault.UNREACHABLE : HubFault.NONE);
    }

    private Map<String, Object> reported(HubName hub) {
        return device.on(hub).orElseThrow().state().twin().reported().content().members();
    }

    private void enroll(HubName hub, boolean migrate) {
        device.enroll(SomeEnrollments.anEnrollment()
                .withHubs(hub)
                .withPolicy(true, migrate)
                .withInitialTwin(SomeTwins.someInitialTwin())
                .build());
    }
}
