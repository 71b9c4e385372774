package io.fairlead.application.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.fake.HubFaultScript;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.HubAssignment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hubs and databases that fail once, for a while, or for good. */
public interface MoveFaultContract extends MovePair {

    @ParameterizedTest
    @EnumSource
    default void storyShouldEndAsToldWhenAnyOneAnswerIsLost(MoveStory story) {
        failOnceAnywhere(story, HubFault.TIMED_OUT);
    }

    @ParameterizedTest
    @EnumSource
    default void storyShouldEndAsToldWhenAHubIsOnceUnreachable(MoveStory story) {
        failOnceAnywhere(story, HubFault.UNREACHABLE);
    }

    private void failOnceAnywhere(MoveStory story, HubFault fault) {
        tellDisturbed(story, (scene, moment) -> scene.moments().failAt(moment, fault));
    }

    @ParameterizedTest
    @EnumSource
    default void storyShouldEndAsToldWhenEveryAnswerIsLostOnce(MoveStory story) {
        Set<String> lost = new HashSet<>();
        MoveScene scene = setFor(story);
        Optional<DeviceState> before = scene.on(scene.from()).map(HubSnapshot::state);
        watch(scene, story);
        story.order(scene);
        scene.moments()
                .weather((call, moment) -> moment == Moment.AFTER && lost.add(call.method() + " " + call.hub())
                        ? HubFault.TIMED_OUT
                        : HubFault.NONE);
        assertAssigned(scene, story.end(scene), scene.provisionUntilAssigned());
        assertSettled(scene, story.end(scene));
        assertOutcome(scene, story, before);
    }

    @Test
    default void moveShouldFinishWhenTheTargetWasThrottledForHalfAMinute() {
        MoveScene scene = drifted();
        DeviceState before = stateOn(scene, scene.from());
        watch(scene, MoveStory.MOVE_KEEPING_DATA);
        MoveStory.MOVE_KEEPING_DATA.order(scene);
        Instant over = scene.clock().instant().plus(Duration.ofSeconds(30));
        scene.moments()
                .weather((call, moment) -> moment == Moment.BEFORE
                                && call.hub().equals(scene.to().name())
                                && scene.clock().instant().isBefore(over)
                        ? HubFault.THROTTLED
                        : HubFault.NONE);
        assertAssigned(scene, scene.to(), scene.provision());
        assertThat(scene.clock().instant()).isAfterOrEqualTo(over);
        assertSettled(scene, scene.to());
        assertThat(stateOn(scene, scene.to()).hasContentOf(before)).isTrue();
    }

    @Test
    default void moveShouldLeadBackOrForwardWhenTheTargetGoesDownAtAnyMoment() {
        goesDownAnywhere(MoveStory.MOVE_KEEPING_DATA, scene -> scene.to().name());
    }

    @Test
    default void moveShouldLeadBackOrForwardWhenTheOldHubGoesDownAtAnyMoment() {
        goesDownAnywhere(MoveStory.MOVE_KEEPING_DATA, scene -> scene.from().name());
    }

    @Test
    default void resetShouldLeadBackOrForwardWhenTheHubGoesDownAtAnyMoment() {
        goesDownAnywhere(MoveStory.RESET_IN_PLACE, scene -> scene.from().name());
    }

    private void goesDownAnywhere(MoveStory story, Function<MoveScene, HubName> hub) {
        atEachMoment(this::driftedWithModule, (scene, moment) -> {
            DeviceState before = stateOn(scene, scene.from());
            watch(scene, story);
            story.order(scene);
            scene.moments().actAt(moment, () -> scene.moments().weather(down(hub.apply(scene))));
            OperationReport report = scene.provision();
            assertBackOrForward(scene, story, before, report);
            scene.moments().weather(HubFaultScript.NONE);
            boolean ended = report.status() == OperationStatus.ASSIGNED;
            assertAssigned(scene, story.end(scene), ended ? report : scene.provisionUntilAssigned());
            assertSettled(scene, story.end(scene));
            assertOutcome(scene, story, Optional.of(before));
        });
    }

    /** What failed before its commit leaves the old hub as it was, as far as that hub can be reached (I6). */
    private void assertBackOrForward(MoveScene scene, MoveStory story, DeviceState before, OperationReport report) {
        boolean stayed = scene.record()
                .assignment()
                .map(HubAssignment::key)
                .filter(scene.at(scene.from())::equals)
                .isPresent();
        boolean reachable = scene.owed().isEmpty();
        if (report.status() == OperationStatus.FAILED && story.kind().isMove() && stayed && reachable) {
            assertThat(stateOn(scene, scene.from())).as("I6").isEqualTo(before);
        }
    }

    private static HubFaultScript down(HubName hub) {
        return (call, moment) ->
                moment == Moment.BEFORE && call.hub().equals(hub) ? HubFault.UNREACHABLE : HubFault.NONE;
    }
}
