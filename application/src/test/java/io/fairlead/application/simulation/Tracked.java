package io.fairlead.application.simulation;

import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the judge knows of one incarnation of a device on a hub, dead or alive. */
final class Tracked {
    private static final String MAKING = "fairlead creating: ";

    final HubDeviceKey place;
    final String incarnation;
    /** The operation that made it; empty for what strangers made. */
    final Optional<OperationId> maker;

    /** The statuses that counted since the service held it last. */
    final Set<HubDeviceStatus> sinceHeld = new HashSet<>();

    private HubSnapshot last;
    /** The status that counts, whoever holds the device now. */
    Optional<HubDeviceStatus> logical = Optional.empty();
    /** Whether a user of the hub has set its status since it came. */
    boolean statusTouched;

    /** A ban that it has to take over when the service lets go of it. */
    Optional<HubDeviceStatus> owedBan = Optional.empty();

    boolean present = true;
    /** Whether its twin was reset in place: nothing older is looked for any more. */
    boolean resetInPlace;

    boolean removedByUser;
    /** Whether a record pointed at it at some time. */
    boolean assigned;
    /** Whether its record was removed while it was in use: it is nobody's now. */
    boolean orphan;
    /** Whether it may be enabled beside another for a reason that the rules allow. */
    boolean excused;
    /** Whether its hub showed the past when the service looked at it last: what was written since may be lost. */
    boolean shownStale;

    Optional<PlanKind> leftBy = Optional.empty();
    /** Where the device went from here, or what it became here. */
    Optional<Tracked> successor = Optional.empty();

    Tracked(HubSnapshot first, Optional<OperationId> maker) {
        this.place = first.key();
        this.incarnation = first.versions().incarnation();
        this.maker = maker;
        see(first);
    }

    void see(HubSnapshot now) {
        boolean wasFree = last != null && !isHeld();
        last = now;
        if (!isHeld()) {
            logical = Optional.of(now.state().status());
            sinceHeld.add(now.state().status());
        } else if (wasFree) {
            sinceHeld.clear();
            logical.ifPresent(sinceHeld::add);
        }
    }

    HubSnapshot last() {
        return last;
    }

    DeviceState state() {
        return last.state();
    }

    /** Whether the service holds it disabled, or is still making it. */
    boolean isHeld() {
        return isHold(state().status());
    }

    static boolean isHold(HubDeviceStatus status) {
        return OwnershipMark.holdsAny(status)
                || status.reason().filter(text -> text.startsWith(MAKING)).isPresent();
    }

    boolean isEnabled() {
        return present && state().status().enabled();
    }

    /** Whether it belongs to the service: made by it, or taken over. */
    boolean isOurs() {
        return maker.isPresent() || assigned;
    }

    List<Integer> numbers() {
        return Lineage.of(state().twin());
    }

    /** The incarnation that the device has become by now. */
    Tracked latest() {
        Tracked one = this;
        while (one.successor.isPresent()) {
            one = one.successor.get();
        }
        return one;
    }

    @Override
    public String toString() {
        return incarnation + " (" + place + ")";
    }
}
