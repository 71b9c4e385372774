package io.fairlead.application.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.contract.AtOnce;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.TwinLimits;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationSubstatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What arrives, what does not, and what is refused beforehand. */
public interface MoveStateContract extends MovePair {

    @Test
    default void moveShouldCarryTheWholeState() {
        MoveScene scene = driftedWithModule();
        DeviceState before = stateOn(scene, scene.from());
        watch(scene, MoveStory.MOVE_KEEPING_DATA);
        MoveStory.MOVE_KEEPING_DATA.order(scene);
        OperationReport report = scene.provision();
        assertAssigned(scene, scene.to(), report);
        assertSettled(scene, scene.to());
        assertThat(stateOn(scene, scene.to()).hasContentOf(before)).isTrue();
        assertThat(stateOn(scene, scene.to()).status()).isEqualTo(before.status());
        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_MIGRATED);
        assertThat(scene.audit()).extracting(AuditEntry::decision).contains("MOVE_KEEPING_DATA", "REMOVE_SOURCE");
    }

    @Test
    default void moveShouldNotLetVersionsFallWhereTheyAreKept() {
        MoveScene scene = drifted();
        DeviceTwin before = stateOn(scene, scene.from()).twin();
        MoveStory.MOVE_KEEPING_DATA.order(scene);
        scene.provision();
        DeviceTwin after = stateOn(scene, scene.to()).twin();
        if (scene.to().profile().can(HubFeature.VERSIONS_KEPT)) {
            assertThat(after.desired().version())
                    .isGreaterThanOrEqualTo(before.desired().version());
            assertThat(after.reported().version())
                    .isGreaterThanOrEqualTo(before.reported().version());
        } else {
            assertThat(scene.audit())
                    .anySatisfy(entry -> assertThat(entry.inputs().values()).anyMatch(note -> note.contains("fell")));
        }
    }

    @Test
    default void moveShouldLeaveTheStateBehindWhenThePolicyResets() {
        MoveScene scene = driftedWithModule();
        watch(scene, MoveStory.MOVE_RESETTING_DATA);
        MoveStory.MOVE_RESETTING_DATA.order(scene);
        OperationReport report = scene.provision();
        assertAssigned(scene, scene.to(), report);
        assertSettled(scene, scene.to());
        assertThat(stateOn(scene, scene.to()).hasContentOf(MoveStory.initial())).isTrue();
        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_RESET);
    }

    @Test
    default void resetShouldHappenInPlaceWhenTheHubStays() {
        MoveScene scene = driftedWithModule();
        watch(scene, MoveStory.RESET_IN_PLACE);
        MoveStory.RESET_IN_PLACE.order(scene);
        OperationReport report = scene.provision();
        assertAssigned(scene, scene.from(), report);
        assertSettled(scene, scene.from());
        assertThat(stateOn(scene, scene.from()).hasContentOf(MoveStory.initial()))
                .isTrue();
        assertThat(report.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_RESET);
    }

    @Test
    default void deviceShouldComeBackWithWhatWasChangedElsewhere() {
        MoveScene scene = drifted();
        MoveStory.MOVE_KEEPING_DATA.order(scene);
        scene.provision();
        scene.settle();
        scene.to().users().deviceReports(scene.at(scene.to()), SomeTwins.document("firmware", "1.5.0"));
        DeviceState repaired = stateOn(scene, scene.to());
        scene.moments().watchedBy(new Invariants(scene, List.of(repaired))::check);
        scene.enroll(scene.entry(scene.from()).withPolicy(true, true).build());
        assertAssigned(scene, scene.from(), scene.provisionUntilAssigned());
        assertSettled(scene, scene.from());
        assertThat(stateOn(scene, scene.from()).hasContentOf(repaired)).isTrue();
    }

    @Test
    default void banShouldSurviveEveryStory() {
        for (MoveStory story :
                List.of(MoveStory.MOVE_KEEPING_DATA, MoveStory.MOVE_RESETTING_DATA, MoveStory.RESET_IN_PLACE)) {
            MoveScene scene = drifted();
            scene.from().users().operatorDisables(scene.at(scene.from()), "stolen");
            story.order(scene);
            assertThat(scene.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
            assertSettled(scene, story.end(scene));
            assertThat(stateOn(scene, story.end(scene)).status())
                    .as(story.name())
                    .isEqualTo(HubDeviceStatus.disabled("stolen"));
        }
    }

    @Test
    default void moveShouldBeRefusedUntouchedWhenTheTargetCannotTakeReportedProperties() {
        assertRefusedUntouched(
                drifted(to(without(HubFeature.TWIN_REPORTED_WRITE))), FailureKind.HUB_REFUSED, "reported");
    }

    @Test
    default void moveShouldBeRefusedUntouchedWhenTheTargetKnowsNoModules() {
        MoveScene scene = drifted(to(without(HubFeature.MODULES)));
        scene.from().users().addModule(scene.at(scene.from()), new ModuleState("camera", DeviceTwin.EMPTY));
        assertRefusedUntouched(scene, FailureKind.HUB_REFUSED, "module");
    }

    @Test
    default void moveShouldBeRefusedUntouchedWhenTheTargetIsTooSmall() {
        HubProfile small = new HubProfile(without().features(), new TwinLimits(8192, 8, 8192));
        assertRefusedUntouched(drifted(to(small)), FailureKind.HUB_REFUSED, "limit is 8");
    }

    private void assertRefusedUntouched(MoveScene scene, FailureKind kind, String why) {
        HubVersions untouched = scene.on(scene.from()).orElseThrow().versions();
        MoveStory.MOVE_KEEPING_DATA.order(scene);
        OperationReport report = scene.provision();
        assertThat(report.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(report.failure().orElseThrow().kind()).isEqualTo(kind);
        assertThat(report.failure().orElseThrow().message()).contains(why);
        assertSettled(scene, scene.from());
        assertThat(scene.on(scene.from()).orElseThrow().versions()).isEqualTo(untouched);
        assertThat(scene.canConnectTo(scene.from())).isTrue();
    }

    @Test
    default void moveShouldBeOneWhenTheDeviceAsksSeveralTimesAtOnce() {
        MoveScene scene = drifted();
        MoveStory.MOVE_KEEPING_DATA.order(scene);
        scene.clock().advance(Duration.ofSeconds(1));
        List<OperationReport> answers = AtOnce.run(6, worker -> scene.register());
        assertThat(answers)
                .extracting(OperationReport::operationId)
                .containsOnly(answers.get(0).operationId());
        assertAssigned(scene, scene.to(), scene.provision());
        assertSettled(scene, scene.to());
        assertThat(scene.audit()).extracting(AuditEntry::decision).containsOnlyOnce("MOVE_KEEPING_DATA");
    }
}
