package io.fairlead.application.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.fake.HubCall;
import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.fake.SimulatedCrash;
import io.fairlead.application.fake.StoreFaults;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationStatus;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GivingUpTest {
    private static final HubName A = SomeHubs.HUB_A;
    private static final HubName B = SomeHubs.HUB_B;

    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);
    private DeviceState before;

    @BeforeEach
    void provisionAndPlanAMove() {
        device.enroll(entry(A).build());
        device.provision();
        device.users().deviceReports(device.at(A), SomeTwins.document("firmware", "2"));
        before = device.on(A).orElseThrow().state();
        device.enroll(entry(B).build());
    }

    @Test
    void moveShouldLeadBackWhenTheTargetRefusesForGood() {
        failing(HubFault.REFUSED, call -> call.method() == Method.CREATE);

        OperationReport report = device.provision();

        assertThat(report.failure().orElseThrow().kind()).isEqualTo(FailureKind.HUB_REFUSED);
        assertLedBack();
        assertThat(device.audited()).containsExactly("FIRST_ASSIGNMENT", "REFUSED");
    }

    @Test
    void moveShouldLeadBackWhenTheTargetIsFull() {
        failing(HubFault.FULL, call -> call.method() == Method.CREATE);

        assertThat(device.provision().failure().orElseThrow().kind()).isEqualTo(FailureKind.HUB_REFUSED);
        assertLedBack();
    }

    @Test
    void moveShouldLeadBackWhenItsTimeIsOver() {
        failing(HubFault.UNREACHABLE, call -> call.method() == Method.CREATE);

        OperationReport accepted = device.register();
        scene.work();
        scene.clock().advance(scene.settings().operationTimeout().plusSeconds(1));
        scene.workDue();

        assertThat(device.poll(accepted.operationId()).failure().orElseThrow().kind())
                .isEqualTo(FailureKind.HUB_UNREACHABLE);
        assertLedBack();
    }

    @Test
    void moveShouldLeadBackWhenTheEntryIsDisabledMeanwhile() {
        crashing(Method.CREATE, Moment.AFTER);
        device.enroll(entry(B).disabled().build());

        scene.workDue();

        assertThat(device.record().lastFailure().orElseThrow().kind()).isEqualTo(FailureKind.ENROLLMENT_GONE);
        assertThat(device.on(A).orElseThrow().state()).isEqualTo(before);
        assertThat(device.on(B)).isEmpty();
    }

    @Test
    void moveShouldLeadBackWhenTheKeysAreChangedMeanwhile() {
        crashing(Method.CREATE, Moment.AFTER);
        device.enroll(entry(B).withKeys(SomeKeys.otherKeys()).build());

        scene.workDue();

        assertThat(device.record().lastFailure().orElseThrow().kind()).isEqualTo(FailureKind.ENROLLMENT_GONE);
        assertThat(device.on(A).orElseThrow().state()).isEqualTo(before);
    }

    @Test
    void moveShouldLeadBackWhenTheRecordIsRemovedMeanwhile() {
        crashing(Method.CREATE, Moment.AFTER);
        device.removeRecord();

        scene.workDue();

        assertThat(device.on(A).orElseThrow().state()).isEqualTo(before);
        assertThat(device.on(B)).isEmpty();
    }

    @Test
    void whatCannotBeUndoneAtOnceShouldBeOwedAndDoneLater() {
        crashing(Method.CREATE, Moment.AFTER);
        failing(HubFault.UNREACHABLE, call -> true);
        scene.clock().advance(scene.settings().operationTimeout());

        scene.workDue();

        assertThat(device.record().status()).isEqualTo(RegistrationStatus.ASSIGNED);
        assertThat(device.duties())
                .extracting(HubDuty::kind)
                .containsExactlyInAnyOrder(HubDuty.Kind.RELEASE_SOURCE, HubDuty.Kind.REMOVE_TARGET);
        failing(HubFault.NONE, call -> true);
        scene.clock().advance(scene.settings().dutyBackoffCap());
        scene.workDue();
        assertLedBack();
    }

    @Test
    void moveShouldGoForwardWhenItsNodeDiesAfterTheCommit() {
        crashing(Method.SET_STATUS, Moment.BEFORE, B);

        scene.workDue();

        assertThat(device.record().status()).isEqualTo(RegistrationStatus.ASSIGNED);
        assertArrived();
    }

    @Test
    void moveShouldLeaveItsDutiesWhenTheTargetFallsSilentAfterTheCommit() {
        OperationReport failed = failAfterCommit();

        assertThat(failed.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(failed.registration().assignment().orElseThrow().key()).isEqualTo(device.at(B));
        assertThat(device.duties()).extracting(HubDuty::kind).containsExactly(HubDuty.Kind.ENABLE_TARGET);
        assertThat(device.on(A)).isEmpty();
    }

    @Test
    void dutiesShouldFinishTheMoveWhenTheTargetIsBack() {
        failAfterCommit();
        failing(HubFault.NONE, call -> true);
        scene.clock().advance(scene.settings().dutyBackoffCap());

        scene.workDue();

        assertArrived();
    }

    @Test
    void nextRegisterShouldResumeAfterAFailureBehindTheCommit() {
        failAfterCommit();
        failing(HubFault.NONE, call -> true);

        OperationReport report = device.provision();

        assertThat(report.status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(report.registration().lastFailure()).isEmpty();
        assertArrived();
    }

    @Test
    void failureShouldBeWrittenWhenTheDatabaseFailsAndComesBack() {
        device.register();
        scene.count().fail(call -> call == StoreFaults.Call.BEFORE_WRITE);
        scene.workAccepted();
        scene.count().fail(call -> false);
        scene.clock().advance(scene.settings().lease());

        scene.workDue();

        assertArrived();
    }

    private OperationReport failAfterCommit() {
        OperationReport accepted = device.register();
        failing(
                HubFault.UNREACHABLE,
                call -> call.method() == Method.SET_STATUS && call.hub().equals(B));
        scene.work();
        scene.clock().advance(scene.settings().operationTimeout().plusSeconds(1));
        scene.workDue();
        return device.poll(accepted.operationId());
    }

    private void crashing(Method method, Moment when) {
        crashing(method, when, B);
    }

    private void crashing(Method method, Moment when, HubName hub) {
        device.register();
        scene.hubs()
                .script((call, moment) ->
                        call.method() == method && moment == when && call.hub().equals(hub)
                                ? HubFault.CRASH
                                : HubFault.NONE);
        assertThatThrownBy(scene::workAccepted).isInstanceOf(SimulatedCrash.class);
        failing(HubFault.NONE, call -> true);
        scene.clock().advance(scene.settings().lease());
    }

    private void failing(HubFault fault, Predicate<HubCall> calls) {
        scene.hubs().script((call, moment) -> moment == Moment.BEFORE && calls.test(call) ? fault : HubFault.NONE);
    }

    private void assertLedBack() {
        assertThat(device.on(A).orElseThrow().state()).isEqualTo(before);
        assertThat(device.on(B)).isEmpty();
        assertThat(device.canConnectTo(A)).isTrue();
        assertThat(device.record().status()).isEqualTo(RegistrationStatus.ASSIGNED);
        assertThat(device.record().assignment().orElseThrow().key()).isEqualTo(device.at(A));
        assertNothingIsOwedForLong();
    }

    /** What may still be under way is watched for two leases. */
    private void assertNothingIsOwedForLong() {
        scene.clock().advance(scene.settings().lease().multipliedBy(2));
        scene.workDue();
        assertThat(device.duties()).isEmpty();
    }

    private void assertArrived() {
        assertThat(device.on(A)).isEmpty();
        assertThat(device.on(B).orElseThrow().state()).isEqualTo(before);
        assertThat(device.canConnectTo(B)).isTrue();
        assertThat(device.duties()).isEmpty();
        assertThat(scene.hubs().log().enabledTwice()).isEmpty();
    }

    private static SomeEnrollments.Builder entry(HubName hub) {
        return SomeEnrollments.anEnrollment().withHubs(hub).withInitialTwin(SomeTwins.someInitialTwin());
    }
}
