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
import io.fairlead.domain.reprovisioning.PlanKind;
import java.util.Optional;
import java.util.function.Consumer;

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
        Optional<HubSnapshot> released = progress.former()
                .flatMap(former -> release(
                        source.key(),
                        source.incarnation(),
                        context.mark(),
                        former,
                        anew -> demandKnown(progress, anew)));
        if (released.isEmpty() && progress.plan().kind() == PlanKind.RESET_IN_PLACE) {
            halfMadeAnew(source.key(), source.incarnation(), context.mark())
                    .ifPresent(device -> delete(device.key(), device));
        }
        return released;
    }

    /** What nobody knew of yet is left to the duty, which lets the record follow first. */
    private static void demandKnown(OperationProgress progress, HubSnapshot anew) {
        if (progress.targetIncarnation().filter(anew::isIncarnation).isEmpty()) {
            throw new HubException(Kind.PRECONDITION, anew.key() + " was created anew, and its record has to follow");
        }
    }

    Optional<HubSnapshot> removeTarget(OperationProgress progress, StepContext context) {
        return removeHalfMade(progress.plan().target(), context.mark());
    }

    /**
     * Gives a device that the operation holds its status. The hold names the operation, so it tells enough.
     *
     * <p>A device that is not held keeps its status, but it is written: a hold by a worker that was overtaken may still be
     * under way and is refused then, and if what was read here is the past, this is.
     *
     * @param followed told of the device first when a reset had to create it anew: the record has to follow it, and a
     *     look of its own at the hub might see another state than this one
     */
    Optional<HubSnapshot> release(
            HubDeviceKey key,
            String incarnation,
            OwnershipMark mark,
            HubDeviceStatus status,
            Consumer<HubSnapshot> followed) {
        HubSnapshot device = hubs.read(key).orElse(null);
        if (device == null) {
            return Optional.empty();
        }
        if (mark.holds(device.state().status())) {
            if (!device.isIncarnation(incarnation)) {
                followed.accept(device);
            }
            return Optional.of(hubs.setStatus(key, status, device.versions()));
        }
        if (device.isIncarnation(incarnation)) {
            hubs.setStatus(key, device.state().status(), device.versions());
        }
        return Optional.empty();
    }

    /** The device that the operation holds, if there is one. */
    Optional<HubSnapshot> held(HubDeviceKey key, OwnershipMark mark) {
        return hubs.read(key).filter(device -> mark.holds(device.state().status()));
    }

    /** What a reset was creating anew when it was interrupted: it has the operation's mark, but never got its hold. */
    Optional<HubSnapshot> halfMadeAnew(HubDeviceKey key, String incarnation, OwnershipMark mark) {
        return hubs.read(key)
                .filter(device -> !device.isIncarnation(incarnation))
                .filter(device -> device.mark().equals(Optional.of(mark)))
                .filter(device -> !device.state().status().enabled())
                .filter(device -> !OwnershipMark.holdsAny(device.state().status()));
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
