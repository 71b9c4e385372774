package io.fairlead.benchmarks.kill;

import io.fairlead.benchmarks.wire.Answer;
import io.fairlead.benchmarks.wire.DeviceCalls;
import io.fairlead.benchmarks.wire.EntryText;
import io.fairlead.benchmarks.wire.HttpsConnection;
import io.fairlead.benchmarks.wire.OperatorCalls;
import io.fairlead.benchmarks.wire.SharedAccess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An enrollment entry of the fleet with its devices, and where it sends them. Touched by one thread at a time.
 *
 * <p>An intent stays the same until every device of the entry was told that it has arrived: so whatever was lost on the
 * way is asked for again, and what happens in between can be told apart.
 */
final class FleetEntry {
    /** How an entry vouches for its devices, and what it does with them. */
    enum Kind {
        /** One device, which carries its state from hub to hub. */
        INDIVIDUAL_MIGRATING,
        /** One device, which is reset wherever it goes or stays. */
        INDIVIDUAL_RESETTING,
        GROUP_MIGRATING,
        GROUP_RESETTING,
        /** New devices all the time, which stay where they are put first. */
        GROUP_OF_NEWCOMERS;

        boolean isGroup() {
            return this != INDIVIDUAL_MIGRATING && this != INDIVIDUAL_RESETTING;
        }

        boolean isMigrating() {
            return this != INDIVIDUAL_RESETTING && this != GROUP_RESETTING;
        }
    }

    private static final int NEWCOMERS = 2;

    private final String idScope;
    private final String id;
    private final Kind kind;
    private final String key;
    private final List<FleetDevice> devices = new ArrayList<>();
    private String hub;
    private long config;

    FleetEntry(String idScope, String id, Kind kind, String key, int devices, String hub) {
        this.idScope = idScope;
        this.id = id;
        this.kind = kind;
        this.key = key;
        this.hub = hub;
        for (int number = 1; number <= devices; number++) {
            add();
        }
    }

    private FleetDevice add() {
        String device = kind.isGroup() ? id + "-" + (devices.size() + 1) : id;
        String deviceKey = kind.isGroup() ? SharedAccess.derivedKey(key, device) : key;
        devices.add(new FleetDevice(device, new DeviceCalls(idScope, device, deviceKey), kind.isMigrating()));
        return devices.get(devices.size() - 1);
    }

    String id() {
        return id;
    }

    List<FleetDevice> devices() {
        return devices;
    }

    boolean isSettled() {
        return devices.stream().allMatch(FleetDevice::isSettled);
    }

    /** A new intent, unless the present one is not fulfilled yet. */
    void intend(List<String> hubs, RandomGenerator random) {
        if (!isSettled()) {
            return;
        }
        config++;
        if (kind == Kind.GROUP_OF_NEWCOMERS) {
            for (int number = 0; number < NEWCOMERS; number++) {
                add().leaveFor(hub, config);
            }
        } else {
            hub = next(hubs, random);
            devices.forEach(device -> device.leaveFor(hub, config));
        }
    }

    /** The first intent, for devices that no hub knows yet. */
    void begin() {
        config = 1;
        devices.forEach(device -> device.leaveFor(hub, config));
    }

    /** Migrating devices always leave; resetting ones may be reset where they are. */
    private String next(List<String> hubs, RandomGenerator random) {
        List<String> others = hubs.stream()
                .filter(other -> !kind.isMigrating() || !other.equals(hub))
                .toList();
        return others.get(random.nextInt(others.size()));
    }

    /** Tells the service the present intent; may be repeated. */
    Answer put(HttpsConnection connection, OperatorCalls operator) throws IOException {
        EntryText text = new EntryText(key, hub, kind.isMigrating(), TwinMark.initialDesired(config));
        return kind.isGroup()
                ? operator.putGroup(connection, id, text.group(id))
                : operator.putIndividual(connection, id, text.individual(id));
    }
}
