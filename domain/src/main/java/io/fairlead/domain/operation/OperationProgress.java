package io.fairlead.domain.operation;

import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.PlanKind;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a saga has come. It is kept after every step, so whoever takes over after a crash begins at {@link #next()}.
 *
 * <p>Forward, the cursor walks the plan's steps. When the saga gives up before its commit it walks the undo steps of
 * what it had reached instead.
 *
 * @param cursor index of the next step, in the plan or in the undo steps
 * @param reached the furthest forward cursor; what lies at or below it may have had its effect
 * @param former the status and reason of the device on the old hub before it was quiesced
 * @param targetIncarnation the incarnation of the device that was created on the target
 * @param rounds how often a change on the old hub led back to the snapshot
 * @param givingUp why the saga walks back, if it does
 * @param notes what the decision rested on and what happened since, for the audit entry
 */
public record OperationProgress(
        ReprovisionPlan plan,
        int cursor,
        int reached,
        Optional<HubDeviceStatus> former,
        Optional<String> targetIncarnation,
        int rounds,
        Optional<RegistrationFailure> givingUp,
        List<String> notes) {
    /** A change on the old hub is followed this often; then the saga gives up and leaves the device where it is. */
    public static final int MAX_ROUNDS = 3;

    public OperationProgress {
        notes = List.copyOf(notes);
    }

    /**
     * The beginning of a saga.
     *
     * @param inputs what the decision rested on, in words
     */
    public static OperationProgress begin(ReprovisionPlan plan, List<String> inputs) {
        return new OperationProgress(plan, 0, 0, Optional.empty(), Optional.empty(), 0, Optional.empty(), inputs);
    }

    /** The step to run next; empty at the end. */
    public Optional<HubStep> next() {
        List<HubStep> steps = givingUp.isPresent() ? undoSteps() : plan.steps();
        return cursor < steps.size() ? Optional.of(steps.get(cursor)) : Optional.empty();
    }

    public OperationProgress stepDone() {
        int moved = cursor + 1;
        return givingUp.isPresent() ? at(moved, reached) : at(moved, Math.max(reached, moved));
    }

    /** The status that the device had on the old hub, noted before it is disabled there. */
    public OperationProgress noted(HubDeviceStatus status) {
        return new OperationProgress(
                plan, cursor, reached, Optional.of(status), targetIncarnation, rounds, givingUp, notes);
    }

    /** The target now holds the device under this incarnation. */
    public OperationProgress created(String incarnation) {
        return new OperationProgress(plan, cursor, reached, former, Optional.of(incarnation), rounds, givingUp, notes);
    }

    public OperationProgress withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new OperationProgress(plan, cursor, reached, former, targetIncarnation, rounds, givingUp, more);
    }

    /**
     * The old hub changed: go on again from this earlier step. Empty when that happened {@link #MAX_ROUNDS} times
     * already.
     */
    public Optional<OperationProgress> again(HubStep from) {
        if (rounds == MAX_ROUNDS) {
            return Optional.empty();
        }
        return Optional.of(new OperationProgress(
                plan, plan.steps().indexOf(from), reached, former, targetIncarnation, rounds + 1, givingUp, notes));
    }

    /** Give up: from here on the undo steps are walked. Only before {@link #isPastReturn()}. */
    public OperationProgress turnBack(RegistrationFailure cause) {
        if (isPastReturn() || givingUp.isPresent()) {
            throw new IllegalStateException("this saga can no longer turn back, it stands at " + next());
        }
        return new OperationProgress(plan, 0, reached, former, targetIncarnation, rounds, Optional.of(cause), notes);
    }

    /** Whether the saga can only go forward: its commit is done, or a reset in place has replaced the twin. */
    public boolean isPastReturn() {
        HubStep last = plan.kind() == PlanKind.RESET_IN_PLACE ? HubStep.RESET_TWIN : HubStep.COMMIT;
        int index = plan.steps().indexOf(last);
        return givingUp.isEmpty() && index >= 0 && cursor > index;
    }

    /** What has to be undone, given how far the saga had come: the old hub first, so the device is served again. */
    public List<HubStep> undoSteps() {
        List<HubStep> undo = new ArrayList<>();
        if (mayHaveRun(HubStep.QUIESCE)) {
            undo.add(HubStep.RELEASE_SOURCE);
        }
        if (mayHaveRun(HubStep.CREATE)) {
            undo.add(HubStep.REMOVE_TARGET);
        }
        return undo;
    }

    /** Whether a step of the plan had its effect before the saga gave up, as far as the journal knows. */
    public boolean hasRun(HubStep step) {
        int index = plan.steps().indexOf(step);
        return index >= 0 && index < reached;
    }

    private boolean mayHaveRun(HubStep step) {
        int index = plan.steps().indexOf(step);
        return index >= 0 && index <= reached;
    }

    private OperationProgress at(int nextCursor, int nextReached) {
        return new OperationProgress(plan, nextCursor, nextReached, former, targetIncarnation, rounds, givingUp, notes);
    }
}
