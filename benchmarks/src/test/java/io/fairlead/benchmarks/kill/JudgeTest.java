package io.fairlead.benchmarks.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.benchmarks.kill.Observation.DeviceRecord;
import io.fairlead.benchmarks.kill.Observation.HubCopy;
import io.fairlead.benchmarks.kill.Observation.Owed;
import io.fairlead.benchmarks.wire.DeviceCalls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A judge who lets everything pass would make every campaign a success. */
final class JudgeTest {
    private static final String KEY = "a2V5LWtleS1rZXkta2V5LWtleQ==";

    private final Violations violations = new Violations();
    private final Judge judge = new Judge(violations);
    private final FleetDevice device = settledOn("hub-1");

    @Test
    void atRestShouldFindNothingWhenTheDeviceIsWhereItWasTold() {
        judge.atRest(device, seen(Optional.empty(), List.of(), copy("hub-1", "i1", true, 1)), true);

        assertThat(violations.found()).isEmpty();
    }

    @Test
    void atRestShouldFindADeviceThatIsStillAssigning() {
        judge.atRest(device, seen(Optional.of("op"), List.of(), copy("hub-1", "i1", true, 1)), true);

        assertThat(violations.found()).singleElement().asString().contains("still assigning");
    }

    @Test
    void atRestShouldFindADeviceOnTwoHubs() {
        judge.atRest(
                device,
                seen(Optional.empty(), List.of(), copy("hub-1", "i1", true, 1), copy("hub-2", "i2", false, 1)),
                true);

        assertThat(violations.found()).singleElement().asString().contains("on several hubs");
    }

    @Test
    void atRestShouldFindALostTwin() {
        judge.atRest(device, seen(Optional.empty(), List.of(), copy("hub-1", "i1", true, 7)), true);

        assertThat(violations.found()).singleElement().asString().contains("expected was");
    }

    @Test
    void atRestShouldFindADisabledDeviceThatNobodyBanned() {
        judge.atRest(device, seen(Optional.empty(), List.of(), copy("hub-1", "i1", false, 1)), true);

        assertThat(violations.found()).singleElement().asString().contains("banned=false");
    }

    @Test
    void atRestShouldFindWhatIsStillOwed() {
        judge.atRest(
                device,
                seen(Optional.empty(), List.of(new Owed("REMOVE_SOURCE", "{}")), copy("hub-1", "i1", true, 1)),
                true);

        assertThat(violations.found()).singleElement().asString().contains("still owed");
    }

    @Test
    void alwaysShouldFindARecordThatPointsAtNothing() {
        judge.always(seen(Optional.empty(), List.of(), copy("hub-2", "i2", false, 1)));

        assertThat(violations.found()).singleElement().asString().contains("I1");
    }

    @Test
    void alwaysShouldFindADeviceThatIsEnabledTwice() {
        judge.always(seen(Optional.empty(), List.of(), copy("hub-1", "i1", true, 1), copy("hub-2", "i2", true, 1)));

        assertThat(violations.found()).singleElement().asString().contains("I2");
    }

    private static FleetDevice settledOn(String hub) {
        FleetDevice device = new FleetDevice("d", new DeviceCalls("0neSCOPE", "d", KEY), true);
        device.leaveFor(hub, 1);
        device.arrived();
        return device;
    }

    private static HubCopy copy(String hub, String incarnation, boolean enabled, long config) {
        return new HubCopy("d", hub, incarnation, enabled, TwinMark.initial(config));
    }

    private static Observation seen(Optional<String> running, List<Owed> owed, HubCopy... copies) {
        DeviceRecord record = new DeviceRecord("d", Optional.of("hub-1"), Optional.of("i1"), running, Optional.empty());
        return new Observation(Map.of("d", record), Map.of("d", List.of(copies)), List.of(), Map.of("d", owed));
    }
}
