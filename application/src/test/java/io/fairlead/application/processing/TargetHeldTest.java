package io.fairlead.application.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.fake.SimulatedCrash;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationSubstatus;
import org.junit.jupiter.api.Test;

/** The target hub already holds the device id. */
class TargetHeldTest {
    private static final HubName A = SomeHubs.HUB_A;
    private static final HubName B = SomeHubs.HUB_B;

    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);

    @Test
    void firstAssignmentShouldAdoptADeviceThatNoRecordKnows() {
        device.users().thirdPartyCreates(device.at(A), SomeTwins.driftedState(), SomeKeys.otherCredential());
        device.enroll(entry(A).build());

        OperationReport report = device.provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(report.registration().substatus())
                .contains(RegistrationSubstatus.REPROVISIONED_TO_INITIAL_ASSIGNMENT);
        assertThat(device.canConnectTo(A)).isTrue();
        assertThat(device.on(A).orElseThrow().state().twin()).isEqualTo(SomeTwins.driftedTwin());
        assertThat(device.audited()).containsExactly("ADOPTION");
    }

    @Test
    void firstAssignmentShouldAdoptItsOwnDeviceWhenTheRecordWasRemoved() {
        device.enroll(entry(A).build());
        device.provision();
        device.users().deviceReports(device.at(A), SomeTwins.document("firmware", "2"));
        device.removeRecord();

        OperationReport report = device.provision();

        assertThat(report.registration().substatus())
                .contains(RegistrationSubstatus.REPROVISIONED_TO_INITIAL_ASSIGNMENT);
        assertThat(device.on(A).orElseThrow().state().twin().reported().content())
                .isEqualTo(SomeTwins.document("firmware", "2"));
    }

    @Test
    void firstAssignmentShouldBeRefusedWhenAnotherRegistrationHoldsTheId() {
        SceneDevice other = new SceneDevice(scene, "other-device", SomeKeys.otherKeys());
        other.enroll(entry(A).withId("other-device")
                .withKeys(SomeKeys.otherKeys())
                .withDeviceId("some-device")
                .build());
        other.provision();
        device.enroll(entry(A).build());

        OperationReport report = device.provision();

        assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.DEVICE_ID_TAKEN);
        assertThat(device.users().canConnect(device.at(A), other.credential())).isTrue();
        assertThat(device.audited()).containsExactly("REFUSED");
    }

    @Test
    void moveShouldBeRefusedWhenAStrangerHoldsTheIdThere() {
        device.enroll(entry(A).build());
        device.provision();
        device.users().thirdPartyCreates(device.at(B), SomeTwins.driftedState(), SomeKeys.otherCredential());
        device.enroll(entry(B).build());
        int changes = scene.hubs().log().changes().size();

        OperationReport report = device.provision();

        assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.DEVICE_ID_TAKEN);
        assertThat(scene.hubs().log().changes()).hasSize(changes);
        assertThat(device.canConnectTo(A)).isTrue();
        assertThat(device.record().assignment().orElseThrow().key()).isEqualTo(device.at(A));
    }

    @Test
    void moveShouldClearWhatAnEarlierAttemptLeftThere() {
        device.enroll(entry(A).build());
        device.provision();
        device.enroll(entry(B).build());
        abandonAfterCreate();

        OperationReport report = device.provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(device.canConnectTo(B)).isTrue();
        assertThat(device.on(A)).isEmpty();
        scene.clock().advance(scene.settings().lease().multipliedBy(2));
        scene.workDue();
        assertThat(device.duties()).isEmpty();
    }

    /** The move dies after its create call; whoever takes over finds its time over and B silent. */
    private void abandonAfterCreate() {
        device.register();
        scene.hubs().script((call, moment) -> {
            boolean created = call.method() == Method.CREATE && moment.name().equals("AFTER");
            return created ? HubFault.CRASH : HubFault.NONE;
        });
        assertThatThrownBy(scene::workAccepted).isInstanceOf(SimulatedCrash.class);
        scene.hubs().script((call, moment) -> call.hub().equals(B) ? HubFault.UNREACHABLE : HubFault.NONE);
        scene.clock().advance(scene.settings().operationTimeout().multipliedBy(2));
        scene.workDue();
        assertThat(device.duties()).isNotEmpty();
        assertThat(device.canConnectTo(A)).isTrue();
        scene.hubs().script((call, moment) -> HubFault.NONE);
    }

    private static SomeEnrollments.Builder entry(HubName hub) {
        return SomeEnrollments.anEnrollment().withHubs(hub).withInitialTwin(SomeTwins.someInitialTwin());
    }
}
