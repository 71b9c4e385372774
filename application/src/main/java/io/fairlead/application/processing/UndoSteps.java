package io.fairlead.application.processing;

import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubException.Kind;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.HubRegistry.DeleteOutcome;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.registration.HubAssignment;
import java.util.Optional;

/** The steps back of a saga that gave up, used by the saga itself and by the duties it leaves. */
final class UndoSteps {
    private final HubRegistry hubs;

    UndoSteps(HubRegistry hubs) {
        this.hubs = hubs;
    }

    StepResult releaseSource(OperationProgress progress, StepContext context) {
        HubAssignment source = progress.plan().source().orElseThrow();
        progress.former().ifPresent(former -> {
            if (!release(source.key(), context.mark(), former)) {
                touch(source);
            }
        });
        return new StepResult.Went(progress.stepDone());
    }

    StepResult removeTarget(OperationProgress progress, StepContext context) {
        removeHalfMade(progress.plan().target(), context.mark());
        return new StepResult.Went(progress.stepDone());
    }

    /** A hold by a worker that was overtaken may still be under way: a new identity tag makes the hub refuse it. */
    private void touch(HubAssignment source) {
        hubs.read(source.key())
                .filter(device -> device.isIncarnation(source.incarnation()))
                .ifPresent(device -> hubs.setStatus(device.key(), device.state().status(), device.versions()));
    }

    /**
     * Gives a device that the operation holds its status; one that it does not hold is left alone. The hold names the
     * operation, so it tells enough: a reset may have had to create the device anew.
     *
     * @return whether it had to be done
     */
    boolean release(HubDeviceKey key, OwnershipMark mark, HubDeviceStatus status) {
        Optional<HubSnapshot> held =
                hubs.read(key).filter(device -> mark.holds(device.state().status()));
        held.ifPresent(device -> hubs.setStatus(key, status, device.versions()));
        return held.isPresent();
    }

    /**
     * Removes a device that the operation made; any other is left alone.
     *
     * @return whether it had to be done
     */
    boolean removeHalfMade(HubDeviceKey key, OwnershipMark mark) {
        Optional<HubSnapshot> made =
                hubs.read(key).filter(device -> device.mark().equals(Optional.of(mark)));
        made.ifPresent(device -> delete(key, device));
        return made.isPresent();
    }

    /** Removes exactly the device that was read. */
    void delete(HubDeviceKey key, HubSnapshot device) {
        if (hubs.delete(key, device.versions()) == DeleteOutcome.CHANGED) {
            throw new HubException(Kind.PRECONDITION, key + " changed while it was being removed");
        }
    }
}
