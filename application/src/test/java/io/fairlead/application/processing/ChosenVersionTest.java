package io.fairlead.application.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.operating.HubDuties;
import io.fairlead.application.operating.HubDutyService;
import io.fairlead.application.operating.Operator;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.StatePart;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.HubDuty;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A parked conflict that an operator decides for what the old hub held. */
class ChosenVersionTest {
    private static final HubName A = SomeHubs.HUB_A;
    private static final HubName B = SomeHubs.HUB_B;
    private static final TwinDocument NOTHING = SomeTwins.document();

    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);
    private final HubDuties duties =
            new HubDutyService(scene.database(), scene.ids(), scene.clock(), "node-1", Duration.ofSeconds(30));
    private String parked;

    @BeforeEach
    void parkTwoVersionsOfTheDesiredProperties() {
        enrollAt(A);
        enrollAtWhileNothingCanBeRemoved(B);
        device.users().backEndPatches(device.at(A), NOTHING, SomeTwins.document("interval", 98));
        device.users()
                .backEndPatches(device.at(B), SomeTwins.document("site", "b"), SomeTwins.document("interval", 99));
        workLater();
        assertThat(device.duties()).singleElement().satisfies(duty -> {
            assertThat(duty.kind()).isEqualTo(HubDuty.Kind.CONFLICT);
            assertThat(duty.conflict().orElseThrow().disputed()).containsExactly(StatePart.DESIRED);
            parked = duty.id();
        });
    }

    private void enrollAtWhileNothingCanBeRemoved(HubName hub) {
        scene.hubs()
                .script((call, moment) -> call.method() == Method.DELETE && moment == Moment.BEFORE
                        ? HubFault.UNREACHABLE
                        : HubFault.NONE);
        enrollAt(hub);
        scene.hubs().script((call, moment) -> HubFault.NONE);
    }

    @Test
    void chosenVersionShouldBeWrittenAndWhatWasNotDisputedStay() {
        HubDuty owed = keepLeft();
        assertThat(owed.id()).isEqualTo(parked);
        workLater();

        assertThat(desired("interval")).isEqualTo(98L);
        assertThat(twin().tags().members()).containsEntry("site", "b");
        assertThat(device.duties()).isEmpty();
        assertThat(device.audit())
                .extracting(AuditEntry::decision)
                .contains("CONFLICT_RESOLVED", HubDuty.Kind.RESTORE_LEFT.name());
    }

    @Test
    void chosenVersionShouldBeWrittenOnceWhenTheNodeDiesAfterTheWrite() {
        keepLeft();
        scene.hubs()
                .script((call, moment) -> call.method() == Method.REPLACE_TWIN && moment == Moment.AFTER
                        ? HubFault.TIMED_OUT
                        : HubFault.NONE);
        workLater();
        scene.hubs().script((call, moment) -> HubFault.NONE);
        assertThat(device.duties()).extracting(HubDuty::kind).containsExactly(HubDuty.Kind.RESTORE_LEFT);
        long version = twin().desired().version();

        workLater();

        assertThat(desired("interval")).isEqualTo(98L);
        assertThat(twin().desired().version()).isEqualTo(version);
        assertThat(device.duties()).isEmpty();
    }

    @Test
    void chosenVersionShouldWaitForAHubThatIsSilent() {
        keepLeft();
        scene.hubs().script((call, moment) -> call.hub().equals(B) ? HubFault.UNREACHABLE : HubFault.NONE);
        workLater();
        assertThat(device.duties())
                .singleElement()
                .satisfies(duty -> assertThat(duty.lastError()).isPresent());
        scene.hubs().script((call, moment) -> HubFault.NONE);
        workLater();
        assertThat(desired("interval")).isEqualTo(98L);
    }

    @Test
    void whatTheOperatorHasNotSeenShouldNotBeOverwritten() {
        keepLeft();
        device.users().backEndPatches(device.at(B), NOTHING, SomeTwins.document("interval", 100));
        workLater();

        assertThat(desired("interval")).isEqualTo(100L);
        assertThat(device.duties()).singleElement().satisfies(duty -> {
            assertThat(duty.id()).isEqualTo(parked);
            assertThat(duty.kind()).isEqualTo(HubDuty.Kind.CONFLICT);
            assertThat(duty.conflict()
                            .orElseThrow()
                            .arrived()
                            .orElseThrow()
                            .state()
                            .twin()
                            .desired()
                            .content()
                            .members())
                    .containsEntry("interval", 100L);
        });

        // Decided anew, now that it was seen.
        keepLeft();
        workLater();
        assertThat(desired("interval")).isEqualTo(98L);
        assertThat(device.duties()).isEmpty();
    }

    @Test
    void whatElseHasChangedShouldNotMatter() {
        keepLeft();
        device.users().deviceReports(device.at(B), SomeTwins.document("firmware", "new"));
        device.users().backEndPatches(device.at(B), SomeTwins.document("site", "c"), NOTHING);
        workLater();
        assertThat(desired("interval")).isEqualTo(98L);
        assertThat(twin().tags().members()).containsEntry("site", "c");
        assertThat(twin().reported().content().members()).containsEntry("firmware", "new");
    }

    @Test
    void chosenVersionShouldFollowADeviceThatMovedOn() {
        enrollAt(A);
        keepLeft();
        workLater();
        assertThat(device.on(B)).isEmpty();
        assertThat(device.on(A).orElseThrow().state().twin().desired().content().members())
                .containsEntry("interval", 98L);
    }

    @Test
    void deviceWithoutARecordShouldLeaveNothingToChoose() {
        device.removeRecord();
        assertThatThrownBy(this::keepLeft).hasMessageContaining("only arrived can be kept");
    }

    @Test
    void conflictShouldBeKeptWhenNothingOfItCanBeWritten() {
        duties.keepArrived(parked, new Operator("alice"));
        enrollAtWhileNothingCanBeRemoved(A);
        device.users().deviceReports(device.at(B), SomeTwins.document("firmware", "late"));
        device.users().deviceReports(device.at(A), SomeTwins.document("firmware", "now"));
        workLater();
        parked = device.duties().get(0).id();
        assertThatThrownBy(this::keepLeft).hasMessageContaining("tags or desired properties");
        assertThat(duties.get(parked).kind()).isEqualTo(HubDuty.Kind.CONFLICT);
    }

    private HubDuty keepLeft() {
        return duties.keepLeft(parked, new Operator("alice"));
    }

    private void enrollAt(HubName hub) {
        device.enroll(SomeEnrollments.anEnrollment()
                .withHubs(hub)
                .withInitialTwin(SomeTwins.someInitialTwin())
                .build());
        device.provision();
    }

    private void workLater() {
        scene.clock().advance(scene.settings().dutyBackoffCap());
        scene.workDue();
    }

    private DeviceTwin twin() {
        return device.on(B).orElseThrow().state().twin();
    }

    private Object desired(String name) {
        return twin().desired().content().members().get(name);
    }
}
