package io.fairlead.application.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.HubCall;
import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationSubstatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoveTest {
    private static final HubName A = SomeHubs.HUB_A;
    private static final HubName B = SomeHubs.HUB_B;

    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);

    @BeforeEach
    void provision() {
        enroll(A, true);
        device.provision();
        device.users().deviceReports(device.at(A), SomeTwins.document("firmware", "2"));
        device.users()
                .backEndPatches(device.at(A), SomeTwins.document("site", "north"), SomeTwins.document("interval", 5));
    }

    @Test
    void migrateShouldCarryTheWholeStateAndLeaveOneDevice() {
        enroll(B, true);
        var before = device.on(A).orElseThrow().state();

        OperationReport report = device.provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_MIGRATED);
        assertThat(device.on(B).orElseThrow().state()).isEqualTo(before);
        assertThat(device.on(A)).isEmpty();
        assertThat(device.canConnectTo(B)).isTrue();
        assertThat(device.duties()).isEmpty();
        assertThat(scene.hubs().log().enabledTwice()).isEmpty();
        assertThat(device.audited())
                .containsExactlyInAnyOrder("FIRST_ASSIGNMENT", "MOVE_KEEPING_DATA", "REMOVE_SOURCE");
    }

    @Test
    void resetShouldBeginAnewOnTheOtherHub() {
        enroll(B, false);

        OperationReport report = device.provision();

        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_RESET);
        assertThat(device.on(B).orElseThrow().state().twin())
                .isEqualTo(SomeTwins.someInitialTwin().asTwin());
        assertThat(device.on(A)).isEmpty();
        assertThat(device.canConnectTo(B)).isTrue();
        assertThat(device.audited())
                .containsExactlyInAnyOrder("FIRST_ASSIGNMENT", "MOVE_RESETTING_DATA", "DISCARD_SOURCE");
    }

    @Test
    void migrateShouldKeepABannedDeviceBanned() {
        device.users().operatorDisables(device.at(A), "stolen");
        enroll(B, true);

        assertThat(device.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.on(B).orElseThrow().state().status()).isEqualTo(HubDeviceStatus.disabled("stolen"));
        assertThat(device.on(A)).isEmpty();
    }

    @Test
    void resetShouldKeepABannedDeviceBanned() {
        device.users().operatorDisables(device.at(A), "stolen");
        enroll(B, false);

        device.provision();

        assertThat(device.on(B).orElseThrow().state().status()).isEqualTo(HubDeviceStatus.disabled("stolen"));
    }

    @Test
    void migrateShouldFollowWhenTheDeviceIdOfTheEntryChanges() {
        device.enroll(entry(A, true).withDeviceId("pump-7").build());

        OperationReport report = device.provision();

        assertThat(report.registration().assignment().orElseThrow().key()).isEqualTo(SomeHubs.place(A, "pump-7"));
        assertThat(device.users().canConnect(SomeHubs.place(A, "pump-7"), device.credential()))
                .isTrue();
        assertThat(device.on(A)).isEmpty();
    }

    @Test
    void migrateShouldCarryModules() {
        ModuleState camera =
                new ModuleState("camera", SomeTwins.someInitialTwin().asTwin());
        device.users().addModule(device.at(A), camera);
        enroll(B, true);

        device.provision();

        assertThat(device.on(B).orElseThrow().state().modules()).containsExactly(camera);
    }

    @Test
    void migrateShouldRefuseBeforeTouchingAnythingWhenTheTargetCannotHoldModules() {
        scene.weaken(B, HubFeature.MODULES);
        device.users().addModule(device.at(A), new ModuleState("camera", SomeTwins.driftedTwin()));
        enroll(B, true);
        int changes = scene.hubs().log().changes().size();

        OperationReport report = device.provision();

        assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.HUB_REFUSED);
        assertThat(report.failure().orElseThrow().message()).contains("module");
        assertThat(scene.hubs().log().changes()).hasSize(changes);
        assertThat(device.canConnectTo(A)).isTrue();
    }

    @Test
    void migrateShouldRefuseBeforeTouchingAnythingWhenAModuleIsTooLargeForTheTarget() {
        device.users().addModule(device.at(A), new ModuleState("camera", SomeTwins.driftedTwin()));
        enroll(B, true);
        int changes = scene.hubs().log().changes().size();

        OperationReport report = device.provision();

        assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.HUB_REFUSED);
        assertThat(report.failure().orElseThrow().message()).contains("camera");
        assertThat(scene.hubs().log().changes()).hasSize(changes);
    }

    @Test
    void migrateShouldRefuseWhenTheTargetCannotTakeReportedProperties() {
        scene.weaken(B, HubFeature.TWIN_REPORTED_WRITE);
        enroll(B, true);

        assertThat(device.provision().failure().orElseThrow().kind()).isEqualTo(FailureKind.HUB_REFUSED);
        assertThat(device.canConnectTo(A)).isTrue();
        assertThat(device.on(B)).isEmpty();
    }

    @Test
    void migrateShouldSayInTheAuditThatVersionsFellWhenTheTargetDoesNotKeepThem() {
        scene.weaken(B, HubFeature.VERSIONS_KEPT);
        enroll(B, true);

        device.provision();

        assertThat(device.audit())
                .flatExtracting(entry -> entry.inputs().values())
                .anyMatch(text -> text.contains("$version fell"));
    }

    @Test
    void migrateShouldCarryWhatChangedWhileTheDeviceWasHeld() {
        enroll(B, true);
        onceBefore(
                Method.CREATE,
                () -> device.users()
                        .backEndPatches(device.at(A), SomeTwins.document(), SomeTwins.document("interval", 9)));

        assertThat(device.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.on(B).orElseThrow().state().twin().desired().content().members())
                .containsEntry("interval", 9L);
    }

    @Test
    void migrateShouldCarryABanThatCameWhileTheDeviceWasHeld() {
        enroll(B, true);
        onceBefore(Method.CREATE, () -> device.users().operatorDisables(device.at(A), "stolen"));

        assertThat(device.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.on(B).orElseThrow().state().status()).isEqualTo(HubDeviceStatus.disabled("stolen"));
    }

    @Test
    void migrateShouldHoldTheDeviceAgainWhenSomebodyEnabledItMeanwhile() {
        enroll(B, true);
        onceBefore(Method.CREATE, () -> device.users().operatorEnables(device.at(A)));

        assertThat(device.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(scene.hubs().log().enabledTwice()).isEmpty();
        assertThat(device.canConnectTo(B)).isTrue();
    }

    @Test
    void migrateShouldGiveUpAndLeadBackWhenTheOldHubChangesWithoutEnd() {
        enroll(B, true);
        int[] value = {0};
        scene.hubs().script((call, moment) -> {
            if (call.method() == Method.READ && isAt(call, A)) {
                device.users()
                        .backEndPatches(device.at(A), SomeTwins.document(), SomeTwins.document("interval", value[0]++));
            }
            return HubFault.NONE;
        });

        OperationReport report = device.provision();

        assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.STATE_UNSETTLED);
        assertThat(device.canConnectTo(A)).isTrue();
        assertThat(device.on(B)).isEmpty();
        assertThat(device.duties()).isEmpty();
    }

    private void onceBefore(Method method, Runnable event) {
        boolean[] done = {false};
        scene.hubs().script((call, moment) -> {
            if (!done[0] && call.method() == method && moment == HubCall.Moment.BEFORE) {
                done[0] = true;
                event.run();
            }
            return HubFault.NONE;
        });
    }

    private static boolean isAt(HubCall call, HubName hub) {
        return call.hub().equals(hub);
    }

    private void enroll(HubName hub, boolean migrate) {
        device.enroll(entry(hub, migrate).build());
    }

    private static SomeEnrollments.Builder entry(HubName hub, boolean migrate) {
        return SomeEnrollments.anEnrollment()
                .withHubs(hub)
                .withPolicy(true, migrate)
                .withInitialTwin(SomeTwins.someInitialTwin());
    }
}
