package io.fairlead.application.processing;

import io.fairlead.application.port.HubException;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends an operation that failed. Before its point of no return everything is led back; what cannot be undone at once,
 * and what lies ahead of an operation that can only go forward, becomes a duty, in the transaction that fails it.
 */
final class GivingUp {
    private final OperationJournal journal;
    private final OutcomeJournal outcomes;
    private final OwedDuties duties;

    GivingUp(OperationJournal journal, OutcomeJournal outcomes, OwedDuties duties) {
        this.journal = journal;
        this.outcomes = outcomes;
        this.duties = duties;
    }

    /** Keeps that an operation gives up: turned round, where there is a way back. */
    RegistrationOperation turn(RegistrationOperation operation, RegistrationFailure failure) {
        boolean canTurn = operation
                .progress()
                .filter(progress -> progress.givingUp().isEmpty() && !progress.isPastReturn())
                .isPresent();
        RegistrationOperation turned =
                canTurn ? operation.with(operation.progress().orElseThrow().turnBack(failure)) : operation;
        return operation.progress().isPresent() ? journal.keep(turned, Optional.empty()) : operation;
    }

    /** Fails an operation that was turned round, or cannot be. Never throws for a hub. */
    RegistrationOperation fail(
            RegistrationOperation operation, HubStepRunner steps, StepContext context, RegistrationFailure failure) {
        Optional<OperationProgress> progress = operation.progress();
        if (progress.isEmpty()) {
            return outcomes.fail(operation, failure, List.of(), List.of());
        }
        return progress.get().givingUp().isPresent()
                ? walkBack(operation, steps, context)
                : outcomes.failAhead(operation, failure, operation.arrival(), duties.ahead(operation));
    }

    /** Tries each undo step once; one that a hub does not let happen now, or that may come too early, is owed. */
    private RegistrationOperation walkBack(RegistrationOperation turned, HubStepRunner steps, StepContext context) {
        RegistrationOperation operation = following(turned, steps, context);
        OperationProgress progress = operation.progress().orElseThrow();
        List<HubDuty> owed = new ArrayList<>();
        for (HubStep step : progress.undoSteps()) {
            try {
                boolean undone = steps.undo(step, progress, context).isPresent();
                if (isDoubtful(operation, step, undone)) {
                    owed.add(duties.undo(operation, step));
                }
            } catch (Superseded e) {
                throw e;
            } catch (RuntimeException e) {
                // Whatever the reason: what is not undone now is owed, and the operation ends.
                owed.add(duties.undo(operation, step).postponed(e.toString()));
            }
        }
        return outcomes.fail(operation, progress.givingUp().orElseThrow(), owed, List.of());
    }

    /** A reset that had to create the device anew before it was given up: that is known before it is let go. */
    private RegistrationOperation following(RegistrationOperation operation, HubStepRunner steps, StepContext context) {
        OperationProgress progress = operation.progress().orElseThrow();
        if (progress.plan().kind() != PlanKind.RESET_IN_PLACE) {
            return operation;
        }
        try {
            return steps.createdAnew(progress, context)
                    .map(device ->
                            operation.with(progress.created(device.versions().incarnation())))
                    .map(known -> journal.keep(known, Optional.empty()))
                    .orElse(operation);
        } catch (HubException e) {
            return operation;
        }
    }

    /**
     * Whether an undo has to be looked at again later: its effect may still be under way from a worker that was overtaken
     * or a call that was not answered, or a hub that shows the past may have hidden it.
     */
    private static boolean isDoubtful(RegistrationOperation operation, HubStep undo, boolean undone) {
        boolean overtaken = operation.fence() > RegistrationOperation.FIRST_FENCE;
        if (undone) {
            return overtaken && undo == HubStep.REMOVE_TARGET;
        }
        HubStep done = undo == HubStep.REMOVE_TARGET ? HubStep.CREATE : HubStep.QUIESCE;
        return overtaken
                || operation.attempts() > 0
                || operation.progress().orElseThrow().hasRun(done);
    }
}
