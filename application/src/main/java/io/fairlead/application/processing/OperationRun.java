package io.fairlead.application.processing;

import io.fairlead.application.deciding.Situation;
import io.fairlead.application.pacing.PacedHubs;
import io.fairlead.application.pacing.Turn;
import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.operation.StoredSnapshot;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.HubAnswer;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.PlanKind;
import io.fairlead.domain.reprovisioning.ReprovisionDecision;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.KeepAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Refused;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import io.fairlead.domain.reprovisioning.TargetAnswer;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at one operation: decides if that was not done yet, then alternates running a step and keeping the
 * progress, until the operation ends. What goes wrong with a hub is thrown; {@link RegistrationProcessor} records it.
 * Used by one thread.
 *
 * <p>Longer than others, on purpose: deciding, walking and giving up read and change the same four fields, and to see
 * that no way leads past a kept step one must see all ways.
 */
final class OperationRun {
    /** How often a decision is made anew because the hubs changed under it. */
    private static final int RULINGS = 4;

    private final ProcessingParts parts;
    private final LeaseGuard guard;
    private final HubStepRunner steps;
    private final DecisionDesk desk;
    private final Obstacles obstacles;
    private RegistrationOperation operation;
    private OperationFile file;
    private boolean held;
    private int rulings;

    OperationRun(ProcessingParts parts, RegistrationOperation operation) {
        this.parts = parts;
        this.operation = operation;
        this.guard = new LeaseGuard(
                parts.clock(),
                parts.settings().lease(),
                operation.fence() == RegistrationOperation.FIRST_FENCE
                        ? operation.createdAt()
                        : parts.clock().instant(),
                () -> parts.journal().keep(this.operation, Optional.empty()));
        this.obstacles = new Obstacles(parts.clock(), parts.settings().operationTimeout());
        HubRegistry hubs = new GuardedHubs(
                PacedHubs.waiting(
                        parts.registry(), parts.paces(), operation.id().value(), turn(operation)),
                guard);
        this.steps = new HubStepRunner(hubs);
        this.desk = new DecisionDesk(new HubQuestions(hubs), parts.journal());
    }

    /** Whoever has begun does not wait behind others. */
    private static Turn turn(RegistrationOperation operation) {
        return operation.hasWaited() ? Turn.after(operation.deferral().left()) : Turn.NEW;
    }

    /** The operation as it stands now. */
    RegistrationOperation operation() {
        return operation;
    }

    /**
     * Goes on until the operation has ended.
     *
     * @throws HubException when a hub did not do what was asked
     * @throws Superseded when another worker holds the operation
     */
    void goOn() {
        // 1. The entry and the record again: they may have changed since the promise.
        file = parts.journal().load(operation);
        if (turnsBack()) {
            return;
        }
        // 2. What earlier operations owe about this device comes first; it may change what is on file.
        if (!file.duties().isEmpty() && !Obstacles.isPastReturn(operation)) {
            settle();
            file = parts.journal().load(operation);
            if (turnsBack()) {
                return;
            }
        }
        // 3. The decision, unless the promise or an earlier attempt holds it.
        boolean goingOn = operation.progress().isPresent() || decide(HubAnswer.NOT_ASKED, TargetAnswer.NOT_ASKED);
        // 4. The steps, each kept before the next begins.
        while (goingOn) {
            goingOn = step();
        }
    }

    /** Gives up if it must not go on; whether it did. */
    private boolean turnsBack() {
        Optional<RegistrationFailure> obstacle = obstacles.before(operation, file);
        obstacle.ifPresent(this::giveUp);
        return obstacle.isPresent();
    }

    private void settle() {
        held = parts.duties().settle(file, parts.hubs().linkedHubs());
        if (operation.progress().map(at -> at.plan().kind()).equals(Optional.of(PlanKind.CREDENTIAL_UPDATE))) {
            requireReleased();
        }
    }

    /** A device that is still held must not be called assigned. */
    private void requireReleased() {
        if (held) {
            throw new HubException(HubException.Kind.TRANSIENT, "the device is still held by an earlier operation");
        }
    }

    /** Leads the operation to a failed end; never throws for a hub. */
    void giveUp(RegistrationFailure failure) {
        operation = guard.renewing(() -> parts.givingUp().turn(operation, failure));
        operation = parts.givingUp().fail(operation, steps, context(), failure);
        observeFailure(operation.failure().orElse(failure));
    }

    /** Whether its time is over. */
    boolean isOverdue() {
        return obstacles.isOverdue(operation);
    }

    /** Runs the next step; false when that ended the operation. */
    private boolean step() {
        OperationProgress progress = progress();
        HubStep next = progress.next().orElseThrow();
        if (next == HubStep.COMMIT) {
            return commit();
        }
        return steps.run(next, progress, context())
                .match(
                        this::advance,
                        taken -> onTargetTaken(taken.device()),
                        this::onSourceGone,
                        () -> failed(FailureKind.STATE_UNSETTLED, unsettled(progress)));
    }

    private boolean commit() {
        Optional<RegistrationOperation> committed =
                guard.renewing(() -> parts.outcomes().commit(operation, operation.arrival()));
        operation = committed.orElse(operation);
        return committed.isPresent() || failed(FailureKind.ENROLLMENT_GONE, OperationFile.RECORD_REMOVED);
    }

    private boolean advance(StepResult.Went went) {
        operation = operation.with(went.progress());
        if (went.progress().next().isEmpty()) {
            return end();
        }
        guard.renewing(() -> parts.journal().keep(operation, went.snapshot()));
        went.snapshot().ifPresent(snapshot -> file = file.taking(stored(snapshot)));
        return true;
    }

    /** A create call met somebody: it may be the very device, something of ours that was left over, or a stranger. */
    private boolean onTargetTaken(HubSnapshot device) {
        PlanKind kind = progress().plan().kind();
        if (file.assignment().filter(at -> isThere(at, device)).isPresent()) {
            return decideAnew(HubAnswer.THERE, TargetAnswer.NOT_ASKED);
        }
        TargetAnswer whose = desk.resolve(operation, device);
        if (kind.createsEnabled()) {
            return decideAnew(kind == PlanKind.FIRST_ASSIGNMENT ? HubAnswer.NOT_ASKED : HubAnswer.UNKNOWN, whose);
        }
        return whose == TargetAnswer.ABSENT
                ? isWorthAnotherTry()
                : failed(FailureKind.DEVICE_ID_TAKEN, takenMeanwhile());
    }

    private static boolean isThere(HubAssignment at, HubSnapshot device) {
        return at.key().equals(device.key()) && device.isIncarnation(at.incarnation());
    }

    private boolean onSourceGone() {
        boolean halfMade = progress().undoSteps().contains(HubStep.REMOVE_TARGET);
        return halfMade
                ? failed(FailureKind.STATE_UNSETTLED, "the device vanished from its hub: register again")
                : decideAnew(HubAnswer.UNKNOWN, TargetAnswer.NOT_ASKED);
    }

    /** The plan has had no effect yet: drop it and decide with what was just learned. */
    private boolean decideAnew(HubAnswer said, TargetAnswer held) {
        operation = operation.undecided();
        return decide(said, held);
    }

    private boolean isWorthAnotherTry() {
        if (++rulings > RULINGS) {
            throw new HubException(HubException.Kind.PRECONDITION, "the hubs keep changing under the decision");
        }
        return true;
    }

    /** Decides and keeps the plan; false when the decision already ended the operation. */
    private boolean decide(HubAnswer said, TargetAnswer held) {
        isWorthAnotherTry();
        askWebhook();
        DecisionDesk.Ruling ruling = desk.rule(operation, situation(), said, held);
        ReprovisionDecision decision = ruling.decision();
        if (decision instanceof Refused refused) {
            RegistrationFailure failure = obstacles.failure(refused.kind(), refused.reason());
            operation = parts.outcomes().fail(operation, failure, List.of(), ruling.inputs());
            observeFailure(failure);
            return false;
        }
        if (decision instanceof KeepAssignment) {
            requireReleased();
        }
        if (decision instanceof KeepAssignment keep && keep.isIdle()) {
            operation = parts.outcomes().finishKept(operation, ruling.inputs());
            parts.observer().kept(operation.registrationId());
            return false;
        }
        ReprovisionPlan plan = ReprovisionPlan.of(decision).orElseThrow();
        operation = operation.with(begin(plan, ruling.inputs()));
        guard.renewing(() -> parts.journal().keep(operation, Optional.empty()));
        return true;
    }

    /** Once an operation: the reply is kept with the plan that rests on it, or with the pause before one is made. */
    private void askWebhook() {
        situation()
                .openCall(operation.request().payload())
                .map(call -> parts.allocator().ask(call, operation.deferral()).to(call.offered()))
                .ifPresent(reply -> operation = operation.heard(reply));
    }

    /** A device that cannot be asked any more keeps the status that it is known to have had. */
    private OperationProgress begin(ReprovisionPlan plan, List<String> inputs) {
        OperationProgress begun = OperationProgress.begin(plan, inputs);
        return plan.kind() == PlanKind.MOVE_RESETTING_UNSEEN ? begun.noted(knownStatus(plan)) : begun;
    }

    private HubDeviceStatus knownStatus(ReprovisionPlan plan) {
        return file.owedStatus(plan.source().orElseThrow().key())
                .filter(owed -> held)
                .orElse(file.lastSeen().status());
    }

    /** False: there is nothing more to do, in one way or the other. */
    private boolean end() {
        Optional<RegistrationOperation> ended = parts.outcomes().finish(operation, operation.arrival());
        if (ended.isEmpty()) {
            return failed(FailureKind.ENROLLMENT_GONE, OperationFile.RECORD_REMOVED);
        }
        ReprovisionPlan plan = progress().plan();
        operation = ended.get();
        parts.observer().finished(operation.registrationId(), operation.id(), plan.kind());
        if (plan.removeSource()) {
            parts.duties().runOwed(operation.registrationId());
        }
        return false;
    }

    private boolean failed(FailureKind kind, String message) {
        giveUp(obstacles.failure(kind, message));
        return false;
    }

    private OperationProgress progress() {
        return operation.progress().orElseThrow();
    }

    private Situation situation() {
        return file.situation(parts.frame(operation));
    }

    private StepContext context() {
        OwnershipMark mark = parts.journal().mark(operation);
        return file == null ? StepContext.of(mark) : file.context(mark, parts.frame(operation));
    }

    private StoredSnapshot stored(HubSnapshot snapshot) {
        return new StoredSnapshot(
                operation.id(),
                operation.registrationId(),
                snapshot,
                parts.clock().instant());
    }

    private void observeFailure(RegistrationFailure failure) {
        parts.observer().failed(operation.registrationId(), operation.id(), failure);
    }

    private static String unsettled(OperationProgress progress) {
        return "the device's state on "
                + progress.plan().source().orElseThrow().key().hub() + " changed faster than it could be carried";
    }

    private String takenMeanwhile() {
        return progress().plan().target() + " was created by somebody else while the device was being moved there";
    }
}
