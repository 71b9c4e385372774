package io.fairlead.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.RegistrationStatus;
import io.fairlead.domain.registration.RegistrationSubstatus;
import org.junit.jupiter.api.Test;

class RegisterTest {
    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);

    @Test
    void registerShouldPromiseAnOperationWhenTheDeviceIsNew() {
        device.enroll(SomeEnrollments.someEnrollment());

        OperationReport report = device.register();

        assertThat(report.status()).isEqualTo(OperationStatus.RUNNING);
        assertThat(report.retryAfter()).isEqualTo(scene.settings().retryAfter());
        assertThat(device.lookup().status()).isEqualTo(RegistrationStatus.ASSIGNING);
        assertThat(scene.hubs().calls()).isZero();
    }

    @Test
    void registerShouldReturnTheRunningOperationWhenCalledTwice() {
        device.enroll(SomeEnrollments.someEnrollment());
        OperationReport first = device.register();
        scene.count().reset();

        OperationReport second = device.register();

        assertThat(second.operationId()).isEqualTo(first.operationId());
        assertThat(second.status()).isEqualTo(OperationStatus.RUNNING);
        assertThat(scene.count().commits()).isZero();
    }

    @Test
    void operationShouldBeRunningUntilTheWorkIsDone() {
        device.enroll(SomeEnrollments.someEnrollment());
        OperationReport accepted = device.register();

        assertThat(device.poll(accepted.operationId()).status()).isEqualTo(OperationStatus.RUNNING);
        scene.work();
        assertThat(device.poll(accepted.operationId()).status()).isEqualTo(OperationStatus.ASSIGNED);
    }

    @Test
    void firstAssignmentShouldCostOneHubCallAndTwoCommits() {
        device.enroll(SomeEnrollments.anEnrollment()
                .withInitialTwin(SomeTwins.someInitialTwin())
                .build());
        scene.count().reset();

        device.register();
        scene.workAccepted();

        assertThat(scene.hubs().calls()).isEqualTo(1);
        assertThat(scene.count().commits()).isEqualTo(2);
    }

    @Test
    void firstAssignmentShouldLeaveTheDeviceCompleteOnItsHub() {
        device.enroll(SomeEnrollments.anEnrollment()
                .withHubs(SomeHubs.HUB_B)
                .withInitialTwin(SomeTwins.someInitialTwin())
                .build());

        OperationReport report = device.provision();

        DeviceRegistration record = report.registration();
        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(record.substatus()).contains(RegistrationSubstatus.INITIAL_ASSIGNMENT);
        assertThat(record.assignment().orElseThrow().key()).isEqualTo(device.at(SomeHubs.HUB_B));
        assertThat(device.canConnectTo(SomeHubs.HUB_B)).isTrue();
        assertThat(device.on(SomeHubs.HUB_B).orElseThrow().state().twin())
                .isEqualTo(SomeTwins.someInitialTwin().asTwin());
        assertThat(device.audited()).containsExactly("FIRST_ASSIGNMENT");
        assertThat(scene.events().heard()).containsExactly("accepted", "finished FIRST_ASSIGNMENT");
    }

    @Test
    void firstAssignmentShouldAcceptTheDerivedKeysWhenAGroupVouches() {
        SceneDevice member =
                new SceneDevice(scene, "Member-7", SomeKeys.keys("group").derivedFor("Member-7"));
        member.enroll(SomeGroups.aGroup().withHubs(SomeHubs.HUB_A).build());

        OperationReport report = member.provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(report.registration().entry())
                .isEqualTo(SomeGroups.someGroup().ref());
        assertThat(member.canConnectTo(SomeHubs.HUB_A)).isTrue();
    }

    @Test
    void registerShouldFindTheSameRecordWhenTheIdComesInAnotherCase() {
        device.enroll(SomeEnrollments.someEnrollment());
        OperationReport first = device.provision();
        SceneDevice shouting = new SceneDevice(scene, "SOME-DEVICE", SomeKeys.someKeys());

        OperationReport second = shouting.register();

        assertThat(second.operationId()).isEqualTo(first.operationId());
        assertThat(second.registration().id().value()).isEqualTo("some-device");
    }

    @Test
    void firstAssignmentShouldNameTheDeviceAsTheEntrySays() {
        device.enroll(SomeEnrollments.anEnrollment().withDeviceId("pump-7").build());

        OperationReport report = device.provision();

        assertThat(report.registration()
                        .assignment()
                        .orElseThrow()
                        .key()
                        .device()
                        .value())
                .isEqualTo("pump-7");
    }

    @Test
    void workShouldGoOnAtAnotherNodeWhenTheFirstForgetsIt() {
        device.enroll(SomeEnrollments.someEnrollment());
        OperationReport accepted = device.register();
        scene.clock().advance(scene.settings().lease());

        scene.workDue();

        assertThat(device.poll(accepted.operationId()).status()).isEqualTo(OperationStatus.ASSIGNED);
    }

    @Test
    void workShouldWaitWhileTheLeaseRuns() {
        device.enroll(SomeEnrollments.someEnrollment());
        OperationReport accepted = device.register();

        scene.workDue();

        assertThat(device.poll(accepted.operationId()).status()).isEqualTo(OperationStatus.RUNNING);
    }
}
