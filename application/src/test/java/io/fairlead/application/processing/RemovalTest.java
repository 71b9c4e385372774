package io.fairlead.application.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.HubDuty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last look at the old hub, when its removal had to wait. */
class RemovalTest {
    private static final HubName A = SomeHubs.HUB_A;
    private static final HubName B = SomeHubs.HUB_B;

    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);

    @BeforeEach
    void moveAndOweTheRemoval() {
        device.enroll(entry(A).build());
        device.provision();
        device.enroll(entry(B).build());
        scene.hubs()
                .script((call, moment) -> call.method() == Method.DELETE && moment == Moment.BEFORE
                        ? HubFault.UNREACHABLE
                        : HubFault.NONE);
        device.provision();
        assertThat(device.duties()).extracting(HubDuty::kind).containsExactly(HubDuty.Kind.REMOVE_SOURCE);
        scene.hubs().script((call, moment) -> HubFault.NONE);
    }

    @Test
    void removalShouldCarryALateChangeOfTheBackEnd() {
        device.users()
                .backEndPatches(device.at(A), SomeTwins.document("site", "late"), SomeTwins.document("interval", 99));

        workLater();

        assertThat(twin(B).tags().members()).containsEntry("site", "late");
        assertThat(twin(B).desired().content().members()).containsEntry("interval", 99L);
        assertGone();
    }

    @Test
    void removalShouldCarryALateReport() {
        device.users().deviceReports(device.at(A), SomeTwins.document("firmware", "late"));

        workLater();

        assertThat(twin(B).reported().content()).isEqualTo(SomeTwins.document("firmware", "late"));
        assertGone();
    }

    @Test
    void removalShouldParkBothVersionsWhenBothHubsChangedTheSameSection() {
        device.users().backEndPatches(device.at(A), SomeTwins.document(), SomeTwins.document("interval", 98));
        device.users().backEndPatches(device.at(B), SomeTwins.document(), SomeTwins.document("interval", 99));

        workLater();

        assertThat(twin(B).desired().content().members()).containsEntry("interval", 99L);
        assertThat(device.on(A)).isEmpty();
        assertThat(device.duties()).singleElement().satisfies(parked -> {
            assertThat(parked.kind()).isEqualTo(HubDuty.Kind.CONFLICT);
            assertThat(parked.conflict()
                            .orElseThrow()
                            .left()
                            .state()
                            .twin()
                            .desired()
                            .content()
                            .members())
                    .containsEntry("interval", 98L);
            assertThat(parked.conflict().orElseThrow().arrived()).isPresent();
        });
    }

    @Test
    void removalShouldCarryOneSectionAndLeaveTheOtherWhenTheyDoNotMeet() {
        device.users().backEndPatches(device.at(A), SomeTwins.document("site", "late"), SomeTwins.document());
        device.users().backEndPatches(device.at(B), SomeTwins.document(), SomeTwins.document("interval", 99));

        workLater();

        assertThat(twin(B).tags().members()).containsEntry("site", "late");
        assertThat(twin(B).desired().content().members()).containsEntry("interval", 99L);
        assertThat(device.duties()).isEmpty();
    }

    @Test
    void removalShouldCarryALateBan() {
        device.users().operatorDisables(device.at(A), "stolen");

        workLater();

        assertThat(device.on(B).orElseThrow().state().status()).isEqualTo(HubDeviceStatus.disabled("stolen"));
        assertGone();
    }

    @Test
    void removalShouldLeaveANewDeviceOfTheSameNameAlone() {
        device.users().thirdPartyRemoves(device.at(A));
        device.users().thirdPartyCreates(device.at(A), SomeTwins.driftedState(), device.credential());

        workLater();

        assertThat(device.on(A)).isPresent();
        assertThat(device.duties()).isEmpty();
    }

    @Test
    void removalShouldBeTriedAgainAndAgain() {
        scene.hubs().script((call, moment) -> call.hub().equals(A) ? HubFault.UNREACHABLE : HubFault.NONE);
        for (int attempt = 0; attempt < 20; attempt++) {
            workLater();
        }
        assertThat(device.duties()).singleElement().satisfies(duty -> {
            assertThat(duty.attempts()).isGreaterThan(20);
            assertThat(duty.lastError()).isPresent();
        });
        scene.hubs().script((call, moment) -> HubFault.NONE);

        workLater();

        assertGone();
    }

    private void workLater() {
        scene.clock().advance(scene.settings().dutyBackoffCap());
        scene.workDue();
    }

    private DeviceTwin twin(HubName hub) {
        return device.on(hub).orElseThrow().state().twin();
    }

    private void assertGone() {
        assertThat(device.on(A)).isEmpty();
        assertThat(device.duties()).isEmpty();
        assertThat(scene.hubs().log().enabledTwice()).isEmpty();
    }

    private static SomeEnrollments.Builder entry(HubName hub) {
        return SomeEnrollments.anEnrollment().withHubs(hub).withInitialTwin(SomeTwins.someInitialTwin());
    }
}
