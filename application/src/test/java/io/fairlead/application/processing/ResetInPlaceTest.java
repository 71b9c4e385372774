package io.fairlead.application.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationSubstatus;
import org.junit.jupiter.api.Test;

class ResetInPlaceTest {
    private static final HubName A = SomeHubs.HUB_A;

    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);

    @Test
    void resetShouldBringBackTheInitialConfiguration() {
        provisionAndDrift();

        OperationReport report = device.provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_RESET);
        assertInitial(device.on(A).orElseThrow().state());
        assertThat(device.canConnectTo(A)).isTrue();
        assertThat(device.audited()).containsExactly("FIRST_ASSIGNMENT", "RESET_IN_PLACE");
    }

    @Test
    void resetShouldNeverLetAVersionFallWhereTheHubCanDoItInOneAct() {
        provisionAndDrift();
        long before = device.on(A).orElseThrow().state().twin().reported().version();

        device.provision();

        assertThat(device.on(A).orElseThrow().state().twin().reported().version())
                .isGreaterThan(before);
    }

    @Test
    void resetShouldRemoveModules() {
        provisionAndDrift();
        device.users().addModule(device.at(A), new ModuleState("camera", SomeTwins.driftedTwin()));

        device.provision();

        assertThat(device.on(A).orElseThrow().state().modules()).isEmpty();
    }

    @Test
    void resetShouldKeepABannedDeviceBanned() {
        provisionAndDrift();
        device.users().operatorDisables(device.at(A), "stolen");

        device.provision();

        assertThat(device.on(A).orElseThrow().state().status()).isEqualTo(HubDeviceStatus.disabled("stolen"));
        assertInitial(device.on(A).orElseThrow().state());
    }

    @Test
    void resetShouldBringRolledKeysAlong() {
        provisionAndDrift();
        device.enroll(entry().withPolicy(true, false)
                        .withKeys(SomeKeys.otherKeys())
                        .build())
                .holding(SomeKeys.otherKeys());

        device.provision();

        assertThat(device.canConnectTo(A)).isTrue();
    }

    @Test
    void resetShouldKnowTheNewIncarnationWhereTheHubHasToCreateTheDeviceAnew() {
        scene.weaken(A, HubFeature.ATOMIC_RESET);
        provisionAndDrift();
        String before = device.record().assignment().orElseThrow().incarnation();

        device.provision();

        assertInitial(device.on(A).orElseThrow().state());
        assertThat(device.record().assignment().orElseThrow().incarnation())
                .isNotEqualTo(before)
                .isEqualTo(device.on(A).orElseThrow().versions().incarnation());
        assertThat(device.canConnectTo(A)).isTrue();
    }

    @Test
    void resetShouldGoForwardWhenTheHubLostTheAnswerMidway() {
        scene.weaken(A, HubFeature.ATOMIC_RESET);
        provisionAndDrift();
        boolean[] done = {false};
        scene.hubs().script((call, moment) -> {
            boolean midway = call.method() == Method.RESET_TWIN && moment.name().equals("MIDWAY") && !done[0];
            done[0] |= midway;
            return midway ? HubFault.TIMED_OUT : HubFault.NONE;
        });

        OperationReport accepted = device.register();
        scene.work();
        scene.clock().advance(scene.settings().retryBackoffCap());
        scene.workDue();

        assertThat(device.poll(accepted.operationId()).status()).isEqualTo(OperationStatus.ASSIGNED);
        assertInitial(device.on(A).orElseThrow().state());
        assertThat(device.canConnectTo(A)).isTrue();
    }

    @Test
    void resetShouldBeRefusedAfterSomePatienceWhenTheHubDoesNotAnswer() {
        provisionAndDrift();
        scene.hubs().script((call, moment) -> HubFault.UNREACHABLE);

        OperationReport accepted = device.register();
        scene.work();
        for (int attempt = 0; attempt < 3; attempt++) {
            scene.clock().advance(scene.settings().retryBackoffCap());
            scene.workDue();
        }
        OperationReport report = device.poll(accepted.operationId());

        assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.HUB_UNREACHABLE);
        scene.hubs().script((call, moment) -> HubFault.NONE);
        assertThat(device.canConnectTo(A)).isTrue();
    }

    private void provisionAndDrift() {
        device.enroll(entry().build());
        device.provision();
        device.users().deviceReports(device.at(A), SomeTwins.document("firmware", "2"));
        device.users().backEndPatches(device.at(A), SomeTwins.document("site", "x"), SomeTwins.document("extra", 1));
        device.enroll(entry().withPolicy(true, false).build());
    }

    private static SomeEnrollments.Builder entry() {
        return SomeEnrollments.anEnrollment().withHubs(A).withInitialTwin(SomeTwins.someInitialTwin());
    }

    private static void assertInitial(DeviceState state) {
        assertThat(state.twin().hasContentOf(SomeTwins.someInitialTwin().asTwin()))
                .as("%s", state.twin())
                .isTrue();
    }
}
