package io.fairlead.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.PlanKind;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every progress that can be reached from the beginning of every plan is looked at. */
class OperationProgressTest {

    /**
     * A progress, and what a bystander has seen on the way to it.
     *
     * @param stoodAt the forward steps that were next at some time, so that their effect may be there
     * @param done the forward steps that were reported done
     */
    private record Walk(OperationProgress at, Set<HubStep> stoodAt, Set<HubStep> done) {
        static Walk begin(PlanKind kind) {
            return new Walk(OperationProgress.begin(plan(kind), List.of("input")), Set.of(), Set.of()).seen();
        }

        Walk to(OperationProgress next) {
            return new Walk(next, stoodAt, done).seen();
        }

        Walk stepDone() {
            Set<HubStep> more = new HashSet<>(done);
            if (at.givingUp().isEmpty()) {
                at.next().ifPresent(more::add);
            }
            return new Walk(at.stepDone(), stoodAt, Set.copyOf(more)).seen();
        }

        private Walk seen() {
            if (at.givingUp().isPresent() || at.next().isEmpty()) {
                return this;
            }
            Set<HubStep> more = new HashSet<>(stoodAt);
            more.add(at.next().get());
            return new Walk(at, Set.copyOf(more), done);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forwardShouldWalkThePlanToItsEnd(PlanKind kind) {
        List<HubStep> walked = new ArrayList<>();
        OperationProgress at = OperationProgress.begin(plan(kind), List.of());
        for (; at.next().isPresent(); at = at.stepDone()) {
            walked.add(at.next().get());
        }
        assertThat(walked).isEqualTo(kind.steps());
    }

    @ParameterizedTest
    @EnumSource
    void turningBackShouldBePossibleUntilThePointOfNoReturnAndOnce(PlanKind kind) {
        HubStep last = kind == PlanKind.RESET_IN_PLACE ? HubStep.RESET_TWIN : HubStep.COMMIT;
        reachable(kind).forEach(walk -> {
            boolean open = walk.at().givingUp().isEmpty() && !walk.done().contains(last);
            assertThat(walk.at().isPastReturn())
                    .as("%s", walk)
                    .isEqualTo(walk.at().givingUp().isEmpty() && walk.done().contains(last));
            if (open) {
                assertThat(walk.at().turnBack(SomeRegistrations.someFailure()).givingUp())
                        .contains(SomeRegistrations.someFailure());
            } else {
                assertThatIllegalStateException().isThrownBy(() -> walk.at().turnBack(SomeRegistrations.someFailure()));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void undoShouldCoverWhatMayHaveHadItsEffectAndNothingElse(PlanKind kind) {
        reachable(kind).forEach(walk -> {
            List<HubStep> expected = new ArrayList<>();
            if (walk.stoodAt().contains(HubStep.QUIESCE)) {
                expected.add(HubStep.RELEASE_SOURCE);
            }
            if (walk.stoodAt().contains(HubStep.CREATE)) {
                expected.add(HubStep.REMOVE_TARGET);
            }
            assertThat(walk.at().undoSteps()).as("%s", walk).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @EnumSource
    void backShouldWalkTheUndoStepsToTheirEnd(PlanKind kind) {
        reachable(kind).filter(walk -> canTurnBack(walk.at())).forEach(walk -> {
            OperationProgress back = walk.at().turnBack(SomeRegistrations.someFailure());
            List<HubStep> undo = back.undoSteps();
            List<HubStep> walked = new ArrayList<>();
            for (; back.next().isPresent(); back = back.stepDone()) {
                walked.add(back.next().get());
                assertThat(back.undoSteps()).isEqualTo(undo);
            }
            assertThat(walked).isEqualTo(undo);
            assertThat(back.former()).isEqualTo(walk.at().former());
        });
    }

    @ParameterizedTest
    @EnumSource
    void roundsShouldBeBounded(PlanKind kind) {
        reachable(kind)
                .filter(walk -> walk.at().next().equals(Optional.of(HubStep.LOOK_AGAIN)))
                .forEach(walk -> {
                    Optional<OperationProgress> again = walk.at().again(HubStep.SNAPSHOT);
                    assertThat(again.isPresent()).isEqualTo(walk.at().rounds() < OperationProgress.MAX_ROUNDS);
                    again.ifPresent(round -> {
                        assertThat(round.next()).contains(HubStep.SNAPSHOT);
                        assertThat(round.rounds()).isEqualTo(walk.at().rounds() + 1);
                        assertThat(round.former()).isEqualTo(walk.at().former());
                    });
                });
    }

    @Test
    void movesShouldReachEveryRound() {
        assertThat(reachable(PlanKind.MOVE_KEEPING_DATA).map(walk -> walk.at().rounds()))
                .contains(0, 1, 2, OperationProgress.MAX_ROUNDS)
                .allMatch(rounds -> rounds <= OperationProgress.MAX_ROUNDS);
    }

    @Test
    void whatIsLearnedShouldStayLearned() {
        OperationProgress learned = OperationProgress.begin(plan(PlanKind.MOVE_KEEPING_DATA), List.of("input"))
                .noted(HubDeviceStatus.disabled("banned"))
                .created("incarnation-b")
                .withNote("a note");
        for (OperationProgress later : List.of(
                learned.stepDone(),
                learned.again(HubStep.SNAPSHOT).orElseThrow(),
                learned.turnBack(SomeRegistrations.someFailure()).stepDone())) {
            assertThat(later.former()).contains(HubDeviceStatus.disabled("banned"));
            assertThat(later.targetIncarnation()).contains("incarnation-b");
            assertThat(later.notes()).containsExactly("input", "a note");
        }
    }

    private static boolean canTurnBack(OperationProgress at) {
        return at.givingUp().isEmpty() && !at.isPastReturn();
    }

    /** All of them, by every act that a saga can do. */
    private static Stream<Walk> reachable(PlanKind kind) {
        Set<Walk> seen = new HashSet<>();
        Deque<Walk> open = new ArrayDeque<>(List.of(Walk.begin(kind)));
        while (!open.isEmpty()) {
            Walk walk = open.pop();
            if (seen.add(walk)) {
                next(walk).forEach(open::push);
            }
        }
        return seen.stream();
    }

    private static List<Walk> next(Walk walk) {
        OperationProgress at = walk.at();
        List<Walk> next = new ArrayList<>();
        if (at.next().isPresent()) {
            next.add(walk.stepDone());
        }
        if (at.next().equals(Optional.of(HubStep.QUIESCE))) {
            next.add(walk.to(at.noted(HubDeviceStatus.ENABLED)));
        }
        if (at.next().equals(Optional.of(HubStep.LOOK_AGAIN))) {
            at.again(HubStep.SNAPSHOT).map(walk::to).ifPresent(next::add);
            at.again(HubStep.QUIESCE).map(walk::to).ifPresent(next::add);
        }
        if (canTurnBack(at)) {
            next.add(walk.to(at.turnBack(SomeRegistrations.someFailure())));
        }
        return next;
    }

    private static ReprovisionPlan plan(PlanKind kind) {
        boolean first = kind == PlanKind.FIRST_ASSIGNMENT || kind == PlanKind.ADOPTION;
        return new ReprovisionPlan(
                kind,
                first ? Optional.empty() : Optional.of(SomeHubs.someAssignment()),
                SomeHubs.place(SomeHubs.HUB_B, "some-device"),
                kind.isMove(),
                "the test wants it");
    }
}
