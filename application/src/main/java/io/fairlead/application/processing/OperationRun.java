package io.fairlead.application.processing;

import io.fairlead.application.deciding.Situation;
import io.fairlead.application.port.HubException;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.operation.StoredSnapshot;
import io.fairlead.domain.registration.FailureKind;
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
 */
final class OperationRun {
    /** How often a decision is made anew because the hubs changed under it. */
    private static final int RULINGS = 4;

    private final ProcessingParts parts;
    private final LeaseGuard guard;
    private final HubStepRunner steps;
    private RegistrationOperation operation;
    private OperationFile file;
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
        this.steps = new HubStepRunner(new GuardedHubs(parts.registry(), guard));
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
        Optional<RegistrationFailure> obstacle = obstacle();
        if (obstacle.isPresent() || isTurnedBack()) {
            giveUp(obstacle.orElseGet(() -> progress().givingUp().orElseThrow()));
            return;
        }
        // 2. What earlier operations owe about this device comes first.
        if (operation.progress().map(at -> at.cursor() == 0).orElse(true)) {
            parts.duties().settle(file);
        }
        // 3. The decision, unless the promise or an earlier attempt holds it.
        boolean goingOn = operation.progress().isPresent() || decide(HubAnswer.NOT_ASKED, TargetAnswer.NOT_ASKED);
        // 4. The steps, each kept before the next begins.
        while (goingOn) {
            goingOn = step();
        }
    }

    /** Leads the operation to a failed end; never throws for a hub. */
    void giveUp(RegistrationFailure failure) {
        guard.renewing(() -> operation = parts.givingUp().turn(operation, failure));
        operation = parts.givingUp().fail(operation, steps, context(), failure);
        observeFailure(operation.failure().orElse(failure));
    }

    /** Whether its time is over. */
    boolean isOverdue() {
        return operation
                .createdAt()
                .plus(parts.settings().operationTimeout())
                .isBefore(parts.clock().instant());
    }

    /** Runs the next step; false when that ended the operation. */
    private boolean step() {
        OperationProgress progress = progress();
        HubStep next = progress.next().orElseThrow();
        if (next == HubStep.COMMIT) {
            guard.renewing(() -> operation = parts.journal().commit(operation, operation.arrival()));
            return true;
        }
        return steps.run(next, progress, context())
                .match(
                        this::advance,
                        taken -> onTargetTaken(taken.device()),
                        this::onSourceGone,
                        () -> failed(FailureKind.STATE_UNSETTLED, unsettled(progress)));
    }

    private boolean advance(StepResult.Went went) {
        operation = operation.with(went.progress());
        if (went.progress().next().isEmpty()) {
            end();
            return false;
        }
        guard.renewing(() -> parts.journal().keep(operation, went.snapshot()));
        went.snapshot().ifPresent(snapshot -> file = file.taking(stored(snapshot)));
        return true;
    }

    /** A first assignment learns by its one create call that somebody is there already. */
    private boolean onTargetTaken(HubSnapshot device) {
        PlanKind kind = progress().plan().kind();
        if (!kind.createsEnabled()) {
            return failed(FailureKind.DEVICE_ID_TAKEN, takenMeanwhile());
        }
        HubAnswer said = kind == PlanKind.FIRST_ASSIGNMENT ? HubAnswer.NOT_ASKED : HubAnswer.UNKNOWN;
        return decideAnew(said, parts.desk().resolve(operation, device));
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

    /** Decides and keeps the plan; false when the decision already ended the operation. */
    private boolean decide(HubAnswer said, TargetAnswer held) {
        if (++rulings > RULINGS) {
            throw new HubException(HubException.Kind.PRECONDITION, "the hubs keep changing under the decision");
        }
        DecisionDesk.Ruling ruling = parts.desk().rule(operation, situation(), said, held);
        ReprovisionDecision decision = ruling.decision();
        if (decision instanceof Refused refused) {
            RegistrationFailure failure = failure(refused.kind(), refused.reason());
            operation = parts.journal().fail(operation, failure, List.of(), ruling.inputs());
            observeFailure(failure);
            return false;
        }
        if (decision instanceof KeepAssignment keep && keep.isIdle()) {
            operation = parts.journal().finishKept(operation, ruling.inputs());
            parts.observer().kept(operation.registrationId());
            return false;
        }
        ReprovisionPlan plan = ReprovisionPlan.of(decision).orElseThrow();
        operation = operation.with(OperationProgress.begin(plan, ruling.inputs()));
        guard.renewing(() -> parts.journal().keep(operation, Optional.empty()));
        return true;
    }

    private void end() {
        PlanKind kind = progress().plan().kind();
        boolean owes = progress().plan().removeSource();
        operation = parts.journal().finish(operation, operation.arrival());
        parts.observer().finished(operation.registrationId(), operation.id(), kind);
        if (owes) {
            parts.duties().runOwed(operation.registrationId());
        }
    }

    private boolean failed(FailureKind kind, String message) {
        giveUp(failure(kind, message));
        return false;
    }

    /** Why it must not go on, as long as it can still turn back. */
    private Optional<RegistrationFailure> obstacle() {
        if (operation.progress().map(OperationProgress::isPastReturn).orElse(false) || isTurnedBack()) {
            return Optional.empty();
        }
        if (!file.isServable()) {
            return Optional.of(failure(FailureKind.ENROLLMENT_GONE, file.obstacle()));
        }
        return isOverdue()
                ? Optional.of(failure(FailureKind.HUB_UNREACHABLE, "the hubs did not finish in time: register again"))
                : Optional.empty();
    }

    private boolean isTurnedBack() {
        return operation.progress().flatMap(OperationProgress::givingUp).isPresent();
    }

    private OperationProgress progress() {
        return operation.progress().orElseThrow();
    }

    private Situation situation() {
        return file.situation(parts.frame(operation));
    }

    private StepContext context() {
        boolean known = file != null && file.isServable();
        return new StepContext(
                parts.journal().mark(operation),
                known ? Optional.of(situation().initialConfiguration()) : Optional.empty(),
                known ? file.credential() : Optional.empty(),
                known ? file.taken() : Optional.empty(),
                known ? file.newest() : Optional.empty());
    }

    private StoredSnapshot stored(HubSnapshot snapshot) {
        return new StoredSnapshot(
                operation.id(),
                operation.registrationId(),
                snapshot,
                parts.clock().instant());
    }

    private RegistrationFailure failure(FailureKind kind, String message) {
        return new RegistrationFailure(kind, message, parts.clock().instant());
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
