package io.fairlead.application.processing;

import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.StoredSnapshot;
import io.fairlead.domain.registration.HubAssignment;
import java.util.Optional;

/**
 * The look at the old hub before the device is removed there. A change that the back end made since the snapshot is
 * carried to the new hub where that section is untouched; where both changed, both versions are reported as a conflict.
 * A ban that an operator put on the device at the old hub is carried in any case. Repeatable.
 */
final class LastLook {
    private final HubRegistry hubs;

    LastLook(HubRegistry hubs) {
        this.hubs = hubs;
    }

    /**
     * What the look found.
     *
     * @param left the device that is still on the old hub and may now be removed
     * @param conflict the two versions, when neither could give way
     */
    record Seen(Optional<HubSnapshot> left, Optional<HubDuty.Conflict> conflict, String words) {}

    Seen look(HubDuty duty, OwnershipMark mark, Optional<StoredSnapshot> snapshot) {
        Optional<HubSnapshot> left = hubs.read(duty.place())
                .filter(device ->
                        duty.incarnation().filter(device::isIncarnation).isPresent());
        if (left.isEmpty()) {
            return new Seen(left, Optional.empty(), "was gone already");
        }
        HubAssignment to = duty.movedTo().orElseThrow();
        Optional<HubSnapshot> arrived = hubs.read(to.key()).filter(device -> device.isIncarnation(to.incarnation()));
        if (arrived.isEmpty()) {
            return withoutArrival(duty, left.get(), snapshot.map(StoredSnapshot::snapshot));
        }
        HubSnapshot current = carryBan(duty, mark, left.get().state().status(), arrived.get());
        boolean settled = duty.kind() == HubDuty.Kind.DISCARD_SOURCE
                || snapshot.map(StoredSnapshot::snapshot)
                        .map(then -> carry(then, left.get(), current))
                        .orElseGet(() -> left.get().state().hasContentOf(current.state()));
        return settled
                ? new Seen(left, Optional.empty(), "removed")
                : new Seen(
                        left,
                        Optional.of(new HubDuty.Conflict(left.get(), Optional.of(current))),
                        "removed; it and the device on the new hub had both changed, and an operator has to decide");
    }

    /** The device has left the new hub again: what the back end wrote at the old one since is kept for an operator. */
    private static Seen withoutArrival(HubDuty duty, HubSnapshot left, Optional<HubSnapshot> then) {
        boolean unchanged = duty.kind() == HubDuty.Kind.DISCARD_SOURCE
                || then.filter(kept -> kept.state().hasContentOf(left.state())).isPresent();
        return unchanged
                ? new Seen(Optional.of(left), Optional.empty(), "removed")
                : new Seen(
                        Optional.of(left),
                        Optional.of(new HubDuty.Conflict(left, Optional.empty())),
                        "removed; it had changed and the device had left the new hub again: an operator has to decide");
    }

    /** Only onto a status that nobody has changed since the device arrived. */
    private HubSnapshot carryBan(HubDuty duty, OwnershipMark mark, HubDeviceStatus left, HubSnapshot arrived) {
        boolean banned = !left.enabled() && !OwnershipMark.holdsAny(left) && !left.equals(duty.status());
        HubDeviceStatus now = arrived.state().status();
        boolean untouched = now.equals(duty.status()) || mark.holds(now);
        return banned && untouched ? hubs.setStatus(arrived.key(), left, arrived.versions()) : arrived;
    }

    /** Whether every change is on the new hub now. */
    private boolean carry(HubSnapshot then, HubSnapshot left, HubSnapshot arrived) {
        DeviceTwin old = then.state().twin();
        DeviceTwin changed = left.state().twin();
        DeviceTwin now = arrived.state().twin();
        Section tags = new Section(old.tags(), changed.tags(), now.tags());
        Section desired = new Section(
                old.desired().content(),
                changed.desired().content(),
                now.desired().content());
        Section reported = new Section(
                old.reported().content(),
                changed.reported().content(),
                now.reported().content());
        HubSnapshot written = arrived;
        if (tags.isToCarry() || desired.isToCarry()) {
            written = hubs.replaceTwin(arrived.key(), tags.result(), desired.result(), arrived.versions());
        }
        boolean reportedSettled = !reported.isToCarry() || restore(written, reported.result());
        return !tags.isConflict() && !desired.isConflict() && !reported.isConflict() && reportedSettled;
    }

    private boolean restore(HubSnapshot arrived, TwinDocument reported) {
        try {
            hubs.restoreReported(arrived.key(), reported, arrived.versions());
            return true;
        } catch (HubException e) {
            if (e.kind() == HubException.Kind.UNSUPPORTED) {
                return false;
            }
            throw e;
        }
    }

    /** One section in three versions: at the snapshot, on the old hub, on the new hub. */
    private record Section(TwinDocument then, TwinDocument left, TwinDocument now) {
        boolean isChanged() {
            return !left.equals(then) && !left.equals(now);
        }

        boolean isToCarry() {
            return isChanged() && now.equals(then);
        }

        boolean isConflict() {
            return isChanged() && !now.equals(then);
        }

        TwinDocument result() {
            return isToCarry() ? left : now;
        }
    }
}
