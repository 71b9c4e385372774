package io.fairlead.application.processing;

import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.HubStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends an operation that failed. Before its point of no return everything is led back; what cannot be undone at once,
 * and what lies ahead of an operation that can only go forward, becomes a duty, in the transaction that fails it.
 */
final class GivingUp {
    private final OperationJournal journal;

    GivingUp(OperationJournal journal) {
        this.journal = journal;
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
            return journal.fail(operation, failure, List.of(), List.of());
        }
        return progress.get().givingUp().isPresent()
                ? walkBack(operation, steps, context)
                : failAhead(operation, progress.get(), failure);
    }

    /** Tries each undo step once; one that a hub does not let happen now is owed. */
    private RegistrationOperation walkBack(RegistrationOperation turned, HubStepRunner steps, StepContext context) {
        OperationProgress progress = turned.progress().orElseThrow();
        List<HubDuty> owed = new ArrayList<>();
        for (HubStep step : progress.undoSteps()) {
            try {
                steps.run(step, progress, context);
            } catch (Superseded e) {
                throw e;
            } catch (RuntimeException e) {
                // Whatever the reason: what is not undone now is owed, and the operation ends.
                owed.add(undo(turned, step).postponed(e.toString()));
            }
        }
        return journal.fail(turned, progress.givingUp().orElseThrow(), owed, List.of());
    }

    private HubDuty undo(RegistrationOperation operation, HubStep step) {
        OperationProgress progress = operation.progress().orElseThrow();
        if (step == HubStep.REMOVE_TARGET) {
            return journal.duties()
                    .duty(
                            operation,
                            HubDuty.Kind.REMOVE_TARGET,
                            progress.plan().target(),
                            Optional.empty(),
                            Optional.empty());
        }
        HubAssignment source = progress.plan().source().orElseThrow();
        return journal.duties()
                .duty(
                        operation,
                        HubDuty.Kind.RELEASE_SOURCE,
                        source.key(),
                        Optional.of(source.incarnation()),
                        Optional.empty());
    }

    /** The record points at where the device is now, whether its saga has a commit of its own or not. */
    private RegistrationOperation failAhead(
            RegistrationOperation operation, OperationProgress progress, RegistrationFailure failure) {
        HubAssignment at = operation.arrival();
        return journal.failAhead(operation, failure, at, aheadOf(operation, progress, at));
    }

    private List<HubDuty> aheadOf(RegistrationOperation operation, OperationProgress progress, HubAssignment at) {
        List<HubDuty> owed = new ArrayList<>();
        owed.add(journal.duties()
                .duty(
                        operation,
                        HubDuty.Kind.ENABLE_TARGET,
                        at.key(),
                        Optional.of(at.incarnation()),
                        Optional.empty()));
        if (progress.plan().removeSource()) {
            owed.add(journal.duties().removal(operation, at));
        }
        return owed;
    }
}
