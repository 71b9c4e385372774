package io.fairlead.application.processing;

import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.StatePart;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.registration.HubAssignment;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes what an operator chose of a parked conflict over the device where it is now. What the operator has not seen is
 * never overwritten: if the device has changed since the conflict was shown, the choice is open again. Repeatable.
 */
final class ChosenVersion {
    private final HubRegistry hubs;

    ChosenVersion(HubRegistry hubs) {
        this.hubs = hubs;
    }

    /**
     * What came of it.
     *
     * @param unseen the device as it is, when that is not what the operator decided about; nothing was written then
     */
    record Written(Deed deed, Optional<HubSnapshot> unseen) {}

    /**
     * Writes it.
     *
     * @param at where the device is assigned now
     * @throws HubException when the hub does not let it happen, or the device is not there or on its way
     */
    Written write(HubDuty duty, Optional<HubAssignment> at) {
        if (at.isEmpty()) {
            return new Written(new Deed(Optional.empty(), "dropped: it is not assigned any more"), Optional.empty());
        }
        HubSnapshot now = present(at.get());
        HubDuty.Conflict conflict = duty.conflict().orElseThrow();
        if (!isKnown(conflict, now)) {
            return new Written(new Deed(Optional.empty(), "changed since"), Optional.of(now));
        }
        HubSnapshot after = replace(conflict.restorable(), now, conflict.left());
        return new Written(new Deed(Optional.of(after), "the chosen version was written"), Optional.empty());
    }

    /** What seems to be written already is written all the same: it may be the past, and is refused then. */
    private static boolean isKnown(HubDuty.Conflict conflict, HubSnapshot now) {
        return Stream.concat(Stream.of(conflict.left()), conflict.arrived().stream())
                .anyMatch(seen -> isEqual(conflict.restorable(), now, seen));
    }

    private HubSnapshot present(HubAssignment at) {
        HubSnapshot now = hubs.read(at.key())
                .filter(device -> device.isIncarnation(at.incarnation()))
                .orElseThrow(() -> new HubException(HubException.Kind.PRECONDITION, at.key() + " is not there"));
        if (OwnershipMark.holdsAny(now.state().status())) {
            throw new HubException(HubException.Kind.TRANSIENT, at.key() + " is on its way to another hub");
        }
        return now;
    }

    private static boolean isEqual(Set<StatePart> parts, HubSnapshot one, HubSnapshot other) {
        return StatePart.differing(one.state(), other.state()).stream().noneMatch(parts::contains);
    }

    private HubSnapshot replace(Set<StatePart> parts, HubSnapshot now, HubSnapshot left) {
        DeviceTwin is = now.state().twin();
        DeviceTwin chosen = left.state().twin();
        TwinDocument tags = parts.contains(StatePart.TAGS) ? chosen.tags() : is.tags();
        TwinDocument desired =
                (parts.contains(StatePart.DESIRED) ? chosen : is).desired().content();
        return hubs.replaceTwin(now.key(), tags, desired, now.versions());
    }
}
