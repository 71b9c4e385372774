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

/**
 * The steps back of a saga that gave up, used by the saga itself and by the duties it leaves. Each tells what it undid;
 * empty means that there was nothing to undo, or not yet.
 */
final class UndoSteps {
    private final HubRegistry hubs;

    UndoSteps(HubRegistry hubs) {
        this.hubs = hubs;
    }

    Optional<HubSnapshot> releaseSource(OperationProgress progress, StepContext context) {
        HubAssignment source = progress.plan().source().orElseThrow();
        return progress.former().flatMap(former -> release(source.key(), source.incarnation(), context.mark(), former));
    }

    Optional<HubSnapshot> removeTarget(OperationProgress progress, StepContext context) {
        return removeHalfMade(progress.plan().target(), context.mark());
    }

    /**
     * Gives a device that the operation holds its status. The hold names the operation, so it tells enough: a reset may
     * have had to create the device anew. One that was only half created anew is removed instead.
     *
     * <p>A device that is not held keeps its status, but it is written: a hold by a worker that was overtaken may still be
     * under way and is refused then, and if what was read here is the past, this is.
     */
    Optional<HubSnapshot> release(HubDeviceKey key, String incarnation, OwnershipMark mark, HubDeviceStatus status) {
        HubSnapshot device = hubs.read(key).orElse(null);
        if (device == null) {
            return Optional.empty();
        }
        if (mark.holds(device.state().status())) {
            return Optional.of(hubs.setStatus(key, status, device.versions()));
        }
        if (device.isIncarnation(incarnation)) {
            hubs.setStatus(key, device.state().status(), device.versions());
        } else if (isHalfMadeAnew(device, mark, status)) {
            delete(key, device);
        }
        return Optional.empty();
    }

    private static boolean isHalfMadeAnew(HubSnapshot device, OwnershipMark mark, HubDeviceStatus status) {
        HubDeviceStatus now = device.state().status();
        return device.mark().equals(Optional.of(mark)) && !now.enabled() && !now.equals(status);
    }

    /** Removes a device that the operation made; any other is left alone. */
    Optional<HubSnapshot> removeHalfMade(HubDeviceKey key, OwnershipMark mark) {
        Optional<HubSnapshot> made =
                hubs.read(key).filter(device -> device.mark().equals(Optional.of(mark)));
        made.ifPresent(device -> delete(key, device));
        return made;
    }

    /** Removes exactly the device that was read. */
    void delete(HubDeviceKey key, HubSnapshot device) {
        if (hubs.delete(key, device.versions()) == DeleteOutcome.CHANGED) {
            throw new HubException(Kind.PRECONDITION, key + " changed while it was being removed");
        }
    }
}
