package io.fairlead.application.processing;

import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.reprovisioning.HubStep;
import java.util.Optional;

/**
 * Runs one step of a saga on the hubs; the only one of the processor's parts that touches them, beside the duties.
 *
 * <p>Every step reads before it writes and writes with what it read as expectation. So it may run again after a crash
 * without knowing whether it had run, and a worker that comes late is refused by the hub.
 */
final class HubStepRunner {
    private final SourceSteps source;
    private final TargetSteps target;
    private final UndoSteps undo;

    HubStepRunner(HubRegistry hubs) {
        this.source = new SourceSteps(hubs);
        this.target = new TargetSteps(hubs);
        this.undo = new UndoSteps(hubs);
    }

    /**
     * Runs a step.
     *
     * @throws io.fairlead.application.port.HubException when a hub did not do what was asked; running the step again is
     *     safe whatever its kind
     */
    StepResult run(HubStep step, OperationProgress progress, StepContext context) {
        return switch (step) {
            case PREFLIGHT -> source.preflight(progress);
            case QUIESCE -> source.quiesce(progress, context);
            case SNAPSHOT -> source.snapshot(progress, context);
            case LOOK_AGAIN -> source.lookAgain(progress, context);
            case CREATE -> target.create(progress, context);
            case VERIFY -> target.verify(progress, context);
            case ENABLE -> target.enable(progress, context);
            case ADOPT -> target.adopt(progress, context);
            case UPDATE_CREDENTIAL -> target.updateCredential(progress, context);
            case RESET_TWIN -> target.resetTwin(progress, context);
            case RELEASE_SOURCE, REMOVE_TARGET -> throw new IllegalArgumentException(step + " leads back");
            case COMMIT -> throw new IllegalArgumentException("the commit touches no hub");
        };
    }

    /** The device that a reset in place has created anew and holds, if there is one. */
    Optional<HubSnapshot> createdAnew(OperationProgress progress, StepContext context) {
        String before = progress.plan().source().orElseThrow().incarnation();
        return undo.held(progress.plan().target(), context.mark()).filter(device -> !device.isIncarnation(before));
    }

    /**
     * Runs a step back.
     *
     * @return the device that it touched; empty when it found nothing to undo
     * @throws io.fairlead.application.port.HubException as for {@link #run}
     */
    Optional<HubSnapshot> undo(HubStep step, OperationProgress progress, StepContext context) {
        return step == HubStep.RELEASE_SOURCE
                ? undo.releaseSource(progress, context)
                : undo.removeTarget(progress, context);
    }
}
