package io.fairlead.benchmarks.kill;

import io.fairlead.benchmarks.wire.DeviceCalls;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One device, and what is known of it from acknowledged answers alone. Touched by one thread at a time: its mover, then
 * the campaign.
 */
final class FleetDevice {
    private final String id;
    private final DeviceCalls calls;
    private final boolean migrating;
    private final Set<String> promises = new HashSet<>();
    private Optional<Place> settled = Optional.empty();
    private Optional<Place> arriving = Optional.empty();
    private boolean banned;
    private boolean asked;

    /** Where a device is, with what. */
    record Place(String hub, TwinMark twin) {}

    FleetDevice(String id, DeviceCalls calls, boolean migrating) {
        this.id = id;
        this.calls = calls;
        this.migrating = migrating;
    }

    String id() {
        return id;
    }

    DeviceCalls calls() {
        return calls;
    }

    /** Whether its state travels with it; else every move and every reset clears it. */
    boolean isMigrating() {
        return migrating;
    }

    /** Where it was last told to be; empty before the first time. */
    Optional<Place> settled() {
        return settled;
    }

    /** Where it shall be once the registration that is under way ends; empty when none is. */
    Optional<Place> arriving() {
        return arriving;
    }

    boolean isSettled() {
        return arriving.isEmpty() && settled.isPresent();
    }

    boolean isBanned() {
        return banned;
    }

    void ban(boolean now) {
        banned = now;
    }

    /** The entry will say from now on that the device belongs there. */
    void leaveFor(String hub, long config) {
        asked = false;
        TwinMark clean = TwinMark.initial(config);
        arriving =
                Optional.of(new Place(hub, migrating ? settled.map(Place::twin).orElse(clean) : clean));
    }

    /** The device was told that it is assigned where it shall be. */
    void arrived() {
        settled = arriving;
        arriving = Optional.empty();
    }

    /** Somebody wrote to its twin, and the hub has confirmed it. */
    void wrote(TwinMark next) {
        settled = settled.map(place -> new Place(place.hub(), next));
        if (migrating) {
            arriving = arriving.map(place -> new Place(place.hub(), next));
        }
    }

    /** It is about to ask the service, which from then on may have moved it without our knowing. */
    void asks() {
        asked = true;
    }

    /** Whether it certainly still is where it was last told to be. */
    boolean isStillThere() {
        return settled.isPresent() && (arriving.isEmpty() || !asked);
    }

    /** The service has answered a request of this device with this operation. */
    void promised(String operation) {
        promises.add(operation);
    }

    Set<String> promises() {
        return promises;
    }
}
