package io.fairlead.application.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.SimulatedCrash;
import io.fairlead.domain.operation.OperationStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server dies, or falls asleep, at any moment of any story; another goes on, and nothing of it is seen. */
public interface MoveCrashContract extends MovePair {

    @ParameterizedTest
    @EnumSource
    default void storyShouldEndAsToldWhenTheServerDiesAtAnyMoment(MoveStory story) {
        tellDisturbed(
                story,
                (scene, moment) -> scene.moments().actAt(moment, () -> {
                    throw new SimulatedCrash("the server dies");
                }));
    }

    @ParameterizedTest
    @EnumSource
    default void lateWorkerShouldChangeNothingWhenAnotherHasFinished(MoveStory story) {
        tellDisturbed(
                story,
                (scene, moment) -> scene.moments().actAt(moment, () -> {
                    scene.takeOver();
                    scene.node().workDue();
                }));
    }

    /** Asleep after a commit; what sleeps between its guard and the hub itself no client can hold back. */
    @Test
    default void lateWorkerShouldNotBringBackADeviceThatHasMovedOn() {
        atEachMoment(() -> setFor(MoveStory.FIRST_ASSIGNMENT), (scene, moment) -> {
            watch(scene, MoveStory.FIRST_ASSIGNMENT);
            MoveStory.FIRST_ASSIGNMENT.order(scene);
            scene.moments().actAt(moment, () -> sleepWhileItMovesOn(scene));
            assertThat(scene.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
            boolean movedOn = scene.record().assignment().orElseThrow().key().equals(scene.at(scene.to()));
            assertSettled(scene, movedOn ? scene.to() : scene.from());
            assertThat(scene.canConnectTo(movedOn ? scene.to() : scene.from())).isTrue();
        });
    }

    private void sleepWhileItMovesOn(MoveScene scene) {
        if (scene.moments().struck().endsWith("AFTER_COMMIT")) {
            scene.takeOver();
            scene.provisionUntilAssigned();
            MoveStory.MOVE_KEEPING_DATA.order(scene);
            scene.provisionUntilAssigned();
            scene.settle();
        }
    }
}
