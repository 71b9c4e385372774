package io.fairlead.application.processing;

import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.StatePart;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.StoredSnapshot;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationSubstatus;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The look at the old hub before the device is removed there. A change that the back end made since the snapshot is
 * carried to the new hub where that section is untouched; where both changed, both versions are reported as a conflict.
 * A ban that an operator put on the device at the old hub is carried in any case. Repeatable.
 *
 * <p>The new hub is read first and the old one last, and after carrying something it is looked again, so that nothing
 * stands between the last look and the removal: no hub guards a twin against that. The cases of one look stay in one
 * file, so that they can be read against each other.
 */
final class LastLook {
    private static final int ROUNDS = 4;
    private static final String BOTH_CHANGED =
            "removed; it and the device on the new hub had both changed, and an operator has to decide";

    private final HubRegistry hubs;

    LastLook(HubRegistry hubs) {
        this.hubs = hubs;
    }

    /**
     * What the look found.
     *
     * @param left the device that is still on the old hub and may now be removed
     * @param conflict the two versions, when neither could give way
     * @param last what is to be kept as a snapshot first: newer than the one there is, and soon nowhere else for certain
     */
    record Seen(
            Optional<HubSnapshot> left,
            Optional<HubDuty.Conflict> conflict,
            Optional<HubSnapshot> last,
            String words) {}

    /**
     * What is on file about the move.
     *
     * @param snapshot what the move carried
     * @param record the device's record now
     */
    record Background(Optional<StoredSnapshot> snapshot, Optional<DeviceRegistration> record) {
        Optional<HubAssignment> now() {
            return record.flatMap(DeviceRegistration::assignment);
        }

        /** Whether the device has begun anew since: then nothing of its former life is carried, except a ban. */
        boolean hasBegunAnew() {
            return record.filter(it -> !it.substatus().equals(Optional.of(RegistrationSubstatus.DEVICE_DATA_MIGRATED)))
                    .isPresent();
        }
    }

    /**
     * Looks until there is nothing to carry.
     *
     * @throws HubException when a hub does not let it happen, or the old one changes without end
     */
    Seen look(HubDuty duty, OwnershipMark mark, Background background) {
        Optional<DeviceState> then =
                background.snapshot().map(StoredSnapshot::snapshot).map(HubSnapshot::state);
        boolean clean = duty.kind() == HubDuty.Kind.DISCARD_SOURCE || (then.isPresent() && background.hasBegunAnew());
        for (int round = 0; round < ROUNDS; round++) {
            Optional<HubSnapshot> arrived = arrived(duty.movedTo().orElseThrow())
                    .or(() -> background.now().flatMap(this::arrived));
            Optional<HubSnapshot> left = left(duty).filter(device -> !isInUse(background, device));
            if (left.isEmpty()) {
                return new Seen(left, Optional.empty(), Optional.empty(), "was gone already, or is in use again");
            }
            if (arrived.isEmpty()) {
                return withoutArrival(duty, left.get());
            }
            boolean carried = carryBan(duty, mark, left.get(), arrived.get())
                    || (!clean
                            && then.filter(known -> carryTwin(known.twin(), left.get(), arrived.get()))
                                    .isPresent());
            if (!carried) {
                Seen seen = clean ? clean(left.get()) : settled(duty, then, left.get(), arrived.get());
                seen.conflict().ifPresent(conflict -> confirm(left.get()));
                return seen;
            }
        }
        throw new HubException(HubException.Kind.PRECONDITION, duty.place() + " changes faster than it can be carried");
    }

    /** The record was removed and the device adopted where it was: it is no leftover any more. */
    private static boolean isInUse(Background background, HubSnapshot device) {
        return background
                .now()
                .filter(at -> at.key().equals(device.key()) && device.isIncarnation(at.incarnation()))
                .isPresent();
    }

    /** Where the move put it; when it has gone on since, where it is by now. */
    private Optional<HubSnapshot> arrived(HubAssignment to) {
        return hubs.read(to.key()).filter(device -> device.isIncarnation(to.incarnation()));
    }

    private Optional<HubSnapshot> left(HubDuty duty) {
        return hubs.read(duty.place())
                .filter(device ->
                        duty.incarnation().filter(device::isIncarnation).isPresent());
    }

    /** The device was lost on the new hub: what the old one still holds is the newest there is, a ban included. */
    private static Seen withoutArrival(HubDuty duty, HubSnapshot left) {
        return new Seen(
                Optional.of(left),
                Optional.empty(),
                Optional.of(withOwnStatus(duty, left)),
                "removed; the new hub had lost the device");
    }

    private static Seen clean(HubSnapshot left) {
        return new Seen(Optional.of(left), Optional.empty(), Optional.empty(), "removed");
    }

    private static Seen settled(HubDuty duty, Optional<DeviceState> then, HubSnapshot left, HubSnapshot arrived) {
        Set<StatePart> disputed = then.map(known -> disputed(known, left.state(), arrived.state()))
                .orElseGet(() -> StatePart.differing(left.state(), arrived.state()));
        boolean agree = disputed.isEmpty();
        HubSnapshot last = withOwnStatus(duty, left);
        boolean changed = then.filter(known -> !isSame(known, last.state())).isPresent();
        return new Seen(
                Optional.of(left),
                Optional.of(new HubDuty.Conflict(left, Optional.of(arrived), disputed))
                        .filter(conflict -> !agree),
                Optional.of(last).filter(newer -> changed),
                agree ? "removed" : BOTH_CHANGED);
    }

    private static boolean isSame(DeviceState then, DeviceState now) {
        return then.hasContentOf(now) && then.status().equals(now.status());
    }

    private static HubSnapshot withOwnStatus(HubDuty duty, HubSnapshot left) {
        boolean held = OwnershipMark.holdsAny(left.state().status());
        return new HubSnapshot(
                left.key(),
                held ? left.state().withStatus(duty.status()) : left.state(),
                left.versions(),
                left.mark(),
                left.credentialFingerprint());
    }

    private boolean carryBan(HubDuty duty, OwnershipMark mark, HubSnapshot left, HubSnapshot arrived) {
        boolean carries =
                isBanToCarry(duty, mark, left.state().status(), arrived.state().status());
        if (carries) {
            hubs.setStatus(arrived.key(), left.state().status(), arrived.versions());
        }
        return carries;
    }

    /** Only onto a status that nobody has changed since the device arrived; what another move holds is waited for. */
    private static boolean isBanToCarry(
            HubDuty duty, OwnershipMark mark, HubDeviceStatus left, HubDeviceStatus arrived) {
        boolean banned = !left.enabled() && !OwnershipMark.holdsAny(left) && !left.equals(duty.status());
        if (banned && OwnershipMark.holdsAny(arrived) && !mark.holds(arrived)) {
            throw new HubException(HubException.Kind.TRANSIENT, "the device is on its way to another hub again");
        }
        boolean untouched = arrived.equals(duty.status()) || mark.holds(arrived);
        return banned && untouched && !arrived.equals(left);
    }

    private boolean carryTwin(DeviceTwin then, HubSnapshot left, HubSnapshot arrived) {
        DeviceTwin now = arrived.state().twin();
        Section tags = tags(then, left.state().twin(), now);
        Section desired = desired(then, left.state().twin(), now);
        Section reported = reported(then, left.state().twin(), now);
        if (tags.isToCarry() || desired.isToCarry() || reported.isToCarry()) {
            confirm(left);
        }
        if (tags.isToCarry() || desired.isToCarry()) {
            hubs.replaceTwin(arrived.key(), tags.result(), desired.result(), arrived.versions());
            return true;
        }
        return reported.isToCarry() && restore(arrived, reported.result());
    }

    /** What looks like a change may be the past: the old hub refuses what does not carry its present twin tag. */
    private void confirm(HubSnapshot left) {
        DeviceTwin twin = left.state().twin();
        hubs.replaceTwin(left.key(), twin.tags(), twin.desired().content(), left.versions());
    }

    /** Whether the new hub takes it. */
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

    /** What of the old hub is not on the new one and cannot be carried there either. */
    private static Set<StatePart> disputed(DeviceState then, DeviceState left, DeviceState now) {
        Set<StatePart> disputed = EnumSet.allOf(StatePart.class);
        disputed.removeIf(part -> !isDisputed(part, then, left, now));
        return disputed;
    }

    private static boolean isDisputed(StatePart part, DeviceState then, DeviceState left, DeviceState now) {
        return switch (part) {
            case TAGS -> tags(then.twin(), left.twin(), now.twin()).isChanged();
            case DESIRED -> desired(then.twin(), left.twin(), now.twin()).isChanged();
            case REPORTED -> reported(then.twin(), left.twin(), now.twin()).isChanged();
            case CAPABILITIES ->
                !left.capabilities().equals(then.capabilities())
                        && !left.capabilities().equals(now.capabilities());
            case MODULES ->
                !left.modules().equals(then.modules()) && !now.modules().containsAll(left.modules());
        };
    }

    private static Section tags(DeviceTwin then, DeviceTwin left, DeviceTwin now) {
        return new Section(then.tags(), left.tags(), now.tags());
    }

    private static Section desired(DeviceTwin then, DeviceTwin left, DeviceTwin now) {
        return new Section(
                then.desired().content(),
                left.desired().content(),
                now.desired().content());
    }

    private static Section reported(DeviceTwin then, DeviceTwin left, DeviceTwin now) {
        return new Section(
                then.reported().content(),
                left.reported().content(),
                now.reported().content());
    }

    /** One section in three versions: at the snapshot, on the old hub, on the new hub. */
    private record Section(TwinDocument then, TwinDocument left, TwinDocument now) {
        boolean isChanged() {
            return !left.equals(then) && !left.equals(now);
        }

        boolean isToCarry() {
            return isChanged() && now.equals(then);
        }

        TwinDocument result() {
            return isToCarry() ? left : now;
        }
    }
}
