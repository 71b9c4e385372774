package io.fairlead.benchmarks.kill;

import io.fairlead.benchmarks.kill.FleetDevice.Place;
import io.fairlead.benchmarks.kill.Observation.DeviceRecord;
import io.fairlead.benchmarks.kill.Observation.HubCopy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what the database holds with what devices, operators and back ends were told. */
final class Judge {
    private final Violations violations;

    Judge(Violations violations) {
        this.violations = violations;
    }

    /** What must hold at every instant: the record points at a device that is there, and it is enabled once at most. */
    void always(Observation seen) {
        seen.records()
                .values()
                .forEach(record -> record.hub().ifPresent(hub -> {
                    boolean there = seen.copiesOf(record.id()).stream().anyMatch(copy -> isOf(record, copy));
                    violations.require(
                            there,
                            "I1: the record of %s says %s, but no such device is there: %s"
                                    .formatted(record.id(), hub, seen.copiesOf(record.id())));
                }));
        seen.copies()
                .forEach((device, copies) -> violations.require(
                        copies.stream().filter(HubCopy::enabled).count() <= 1,
                        "I2: %s is enabled on two hubs now: %s".formatted(device, copies)));
    }

    /**
     * What must hold of a device once nothing is under way for it.
     *
     * @param dutiesDone whether what was owed for it had time to be done
     */
    void atRest(FleetDevice device, Observation seen, boolean dutiesDone) {
        Optional<DeviceRecord> found = seen.recordOf(device.id());
        if (found.isEmpty()) {
            violations.require(
                    device.settled().isEmpty() && device.promises().isEmpty(),
                    "the record of " + device.id() + " is gone, and the device was promised one");
            return;
        }
        DeviceRecord record = found.get();
        violations.require(
                record.running().isEmpty(), "%s is still assigning: %s".formatted(device.id(), record.running()));
        if (dutiesDone) {
            violations.require(
                    seen.owedFor(device.id()).stream().allMatch(Observation.Owed::isForAnOperator),
                    "something is still owed for %s: %s".formatted(device.id(), seen.owedFor(device.id())));
        }
        boolean mayLinger = !dutiesDone && !seen.owedFor(device.id()).isEmpty();
        place(device, record, seen, mayLinger);
    }

    private void place(FleetDevice device, DeviceRecord record, Observation seen, boolean mayLinger) {
        List<HubCopy> copies = seen.copiesOf(device.id());
        Optional<HubCopy> copy =
                copies.stream().filter(there -> isOf(record, there)).findFirst();
        if (copy.isEmpty()) {
            violations.require(
                    record.hub().isEmpty() && device.settled().isEmpty() && copies.isEmpty(),
                    "%s is not where its record says: %s, found %s".formatted(device.id(), record, copies));
            return;
        }
        violations.require(mayLinger || copies.size() == 1, "%s is on several hubs: %s".formatted(device.id(), copies));
        violations.require(
                copy.get().enabled() != device.isBanned(),
                "%s is enabled=%s but banned=%s"
                        .formatted(device.id(), copy.get().enabled(), device.isBanned()));
        state(device, copy.get(), seen, mayLinger);
    }

    private void state(FleetDevice device, HubCopy copy, Observation seen, boolean mayLinger) {
        Place found = new Place(copy.hub(), copy.twin());
        List<Place> allowed = device.isSettled()
                ? device.settled().stream().toList()
                : Stream.concat(device.settled().stream(), device.arriving().stream())
                        .toList();
        if (allowed.contains(found)) {
            return;
        }
        boolean here = allowed.stream().anyMatch(place -> place.hub().equals(copy.hub()));
        boolean parked = seen.owedFor(device.id()).stream()
                .anyMatch(owed -> owed.isForAnOperator()
                        && allowed.stream().allMatch(place -> owed.text().contains(jsonOf(place))));
        violations.require(
                here && (parked || mayLinger), "%s is %s, expected was %s".formatted(device.id(), found, allowed));
        if (here && parked) {
            violations.remark("two versions of a twin wait for an operator");
            device.wrote(copy.twin());
        }
    }

    private static String jsonOf(Place place) {
        return "\"" + TwinMark.BACK_END + "\":" + place.twin().backEnd();
    }

    private static boolean isOf(DeviceRecord record, HubCopy copy) {
        return record.hub().equals(Optional.of(copy.hub()))
                && record.incarnation().equals(Optional.of(copy.incarnation()));
    }
}
