package io.fairlead.benchmarks.kill;

import io.fairlead.adapters.hubsim.HubSim;
import io.fairlead.adapters.hubsim.HubSimInspection;
import io.fairlead.adapters.hubsim.SimulatedHubs;
import io.fairlead.adapters.hubsim.fault.FaultGate;
import io.fairlead.adapters.hubsim.fault.FaultScript;
import io.fairlead.application.port.HubException;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Everybody but the service who uses the hubs: devices report, back ends write desired properties, operators ban and
 * pardon. What a hub has confirmed is expected of the device from then on.
 */
final class HubUsers {
    private static final double REPORTS = 0.3;
    private static final double WRITES = 0.2;
    private static final double BANS = 0.03;
    private static final double PARDONS = 0.4;

    private final HubSimInspection hubs;
    private final AtomicLong counter;

    /** @param counter makes every written value a new one */
    HubUsers(DataSource database, List<String> hubNames, AtomicLong counter) {
        SimulatedHubs simulated = new SimulatedHubs(hubNames.stream()
                .map(HubName::new)
                .collect(Collectors.toMap(Function.identity(), name -> SimulatedHubs.profileWithout())));
        FaultGate gate = new FaultGate(() -> FaultScript.NONE, new Random(), pause -> {});
        this.hubs = new HubSim(database, Servers.SEALING, simulated, gate, new Random()).inspection();
        this.counter = counter;
    }

    /** A device that is about to register reports something first, now and then. */
    void maybeReport(FleetDevice device, RandomGenerator random) {
        if (random.nextDouble() < REPORTS) {
            report(device);
        }
    }

    /** Between two rounds: what users do with devices that certainly are where they were last told to be. */
    void use(FleetDevice device, RandomGenerator random) {
        if (random.nextDouble() < REPORTS) {
            report(device);
        }
        if (random.nextDouble() < WRITES) {
            write(device, settledAt(device));
        }
        if (device.isBanned() && random.nextDouble() < PARDONS) {
            hubs.operatorEnables(key(device, settledAt(device)));
            device.ban(false);
        } else if (!device.isBanned() && random.nextDouble() < BANS) {
            ban(device, settledAt(device));
        }
    }

    private void report(FleetDevice device) {
        if (device.isBanned() || !device.isStillThere()) {
            return;
        }
        long value = counter.incrementAndGet();
        hubs.deviceReports(key(device, settledAt(device)), document(TwinMark.REPORTED, value));
        device.wrote(device.settled().orElseThrow().twin().withReported(value));
    }

    /** The back end writes to a migrating device wherever its state is just now. */
    void write(FleetDevice device, String hub) {
        long value = counter.incrementAndGet();
        hubs.backEndPatches(key(device, hub), TwinDocument.EMPTY, document(TwinMark.BACK_END, value));
        device.wrote(device.settled().orElseThrow().twin().withBackEnd(value));
    }

    void ban(FleetDevice device, String hub) {
        hubs.operatorDisables(key(device, hub), "banned by an operator");
        device.ban(true);
    }

    /** An operator enables a device that he finds disabled, not knowing that it is being moved. */
    void enable(FleetDevice device, String hub) {
        hubs.operatorEnables(key(device, hub));
    }

    /** What the hubs' own judge says of their whole change log: empty when no device was ever enabled twice. */
    String enabledTwice() {
        return hubs.enabledTwice().stream().map(Object::toString).collect(Collectors.joining("; "));
    }

    private static String settledAt(FleetDevice device) {
        return device.settled().orElseThrow().hub();
    }

    private static HubDeviceKey key(FleetDevice device, String hub) {
        return new HubDeviceKey(new HubName(hub), new DeviceId(device.id()));
    }

    private static TwinDocument document(String name, long value) {
        return new TwinDocument(Map.of(name, value));
    }

    /** Whether a use failed because the device was not there: for uses that race with a removal. */
    static boolean isGone(HubException e) {
        return e.kind() == HubException.Kind.PRECONDITION;
    }
}
