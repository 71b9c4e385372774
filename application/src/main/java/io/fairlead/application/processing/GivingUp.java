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
    private final HubStepRunner steps;

    GivingUp(OperationJournal journal, HubStepRunner steps) {
        this.journal = journal;
        this.steps = steps;
    }

    /** Fails the operation; a saga that is already on its way back goes on with that. Never throws for a hub. */
    RegistrationOperation giveUp(RegistrationOperation operation, StepContext context, RegistrationFailure failure) {
        Optional<OperationProgress> progress = operation.progress();
        if (progress.isEmpty()) {
            return journal.fail(operation, failure, List.of(), List.of());
        }
        if (progress.get().givingUp().isPresent()) {
            return walkBack(operation, context);
        }
        if (progress.get().isPastReturn()) {
            return journal.fail(operation, failure, aheadOf(operation, progress.get()), List.of());
        }
        RegistrationOperation turned = operation.with(progress.get().turnBack(failure));
        return walkBack(journal.keep(turned, Optional.empty()), context);
    }

    /** Tries each undo step once; one that a hub does not let happen now is owed. */
    private RegistrationOperation walkBack(RegistrationOperation turned, StepContext context) {
        OperationProgress progress = turned.progress().orElseThrow();
        List<HubDuty> owed = new ArrayList<>();
        for (HubStep step : progress.undoSteps()) {
            try {
                steps.run(step, progress, context);
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
            return journal.duty(
                    operation,
                    HubDuty.Kind.REMOVE_TARGET,
                    progress.plan().target(),
                    Optional.empty(),
                    Optional.empty());
        }
        HubAssignment source = progress.plan().source().orElseThrow();
        return journal.duty(
                operation,
                HubDuty.Kind.RELEASE_SOURCE,
                source.key(),
                Optional.of(source.incarnation()),
                Optional.empty());
    }

    private List<HubDuty> aheadOf(RegistrationOperation operation, OperationProgress progress) {
        HubAssignment at = new HubAssignment(
                progress.plan().target(),
                progress.targetIncarnation().orElseThrow(),
                operation.request().credentialFingerprint());
        List<HubDuty> owed = new ArrayList<>();
        owed.add(journal.duty(
                operation, HubDuty.Kind.ENABLE_TARGET, at.key(), Optional.of(at.incarnation()), Optional.empty()));
        if (progress.plan().removeSource()) {
            owed.add(journal.removal(operation, progress, at));
        }
        return owed;
    }
}
