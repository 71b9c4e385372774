package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.hubsim.device.DeviceChange;
import io.fairlead.adapters.hubsim.device.DeviceChange.Kind;
import io.fairlead.adapters.hubsim.device.EnabledTwice;
import io.fairlead.adapters.hubsim.device.SimulatedDevice;
import io.fairlead.adapters.hubsim.table.HubTables;
import io.fairlead.application.port.HubException;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.DeviceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The simulated hubs as devices, back ends and operators use them, for demonstrations and tests: no expectations, no
 * faults. Failures of the database are {@link HubException}s; so is a write to a device that is not there.
 */
public final class HubSimInspection {
    private final SimulatedHubs hubs;
    private final HubTables tables;
    private final Supplier<String> incarnations;

    HubSimInspection(SimulatedHubs hubs, HubTables tables, Supplier<String> incarnations) {
        this.hubs = hubs;
        this.tables = tables;
        this.incarnations = incarnations;
    }

    public Optional<HubSnapshot> look(HubDeviceKey key) {
        return tables.find(key).map(SimulatedDevice::shown);
    }

    /** The device on every hub that holds it. */
    public List<HubSnapshot> everywhere(DeviceId device) {
        return hubs.names().stream()
                .map(hub -> look(new HubDeviceKey(hub, device)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether a device that shows this credential is let in: it is there, enabled, and its credential is that. */
    public boolean canConnect(HubDeviceKey key, DeviceCredential credential) {
        return tables.find(key)
                .filter(device -> device.state().status().enabled())
                .filter(device -> device.credential().equals(credential))
                .isPresent();
    }

    /** The device reports: a merge patch, null removes. */
    public HubSnapshot deviceReports(HubDeviceKey key, TwinDocument patch) {
        return change(Kind.TWIN, key, device -> {
            DeviceTwin twin = device.state().twin();
            TwinDocument reported = twin.reported().content().mergedWith(patch);
            return hubs.present(key.hub())
                    .check(device.withTwin(twin.tags(), twin.desired().content(), reported));
        });
    }

    /** The back end patches tags and desired properties: merge patches, null removes. */
    public HubSnapshot backEndPatches(HubDeviceKey key, TwinDocument tags, TwinDocument desired) {
        return change(Kind.TWIN, key, device -> {
            DeviceTwin twin = device.state().twin();
            TwinDocument newTags = twin.tags().mergedWith(tags);
            TwinDocument newDesired = twin.desired().content().mergedWith(desired);
            return hubs.present(key.hub())
                    .check(device.withTwin(newTags, newDesired, twin.reported().content()));
        });
    }

    /** An operator bans the device. */
    public HubSnapshot operatorDisables(HubDeviceKey key, String reason) {
        return change(
                Kind.STATUS,
                key,
                device -> device.withStatus(hubs.present(key.hub()).check(HubDeviceStatus.disabled(reason))));
    }

    public HubSnapshot operatorEnables(HubDeviceKey key) {
        return change(Kind.STATUS, key, device -> device.withStatus(HubDeviceStatus.ENABLED));
    }

    /** Somebody creates a device without our mark; false when one is there, which is left alone. */
    public boolean create(HubDeviceKey key, DeviceState state, DeviceCredential credential) {
        SimulatedDevice device = new SimulatedDevice(
                key,
                hubs.present(key.hub()).admit(state),
                credential,
                Optional.empty(),
                SimulatedDevice.Age.newborn(incarnations.get()));
        return tables.create(device) == device;
    }

    /** Somebody removes the device, whoever made it; false when there was none. */
    public boolean remove(HubDeviceKey key) {
        return tables.remove(key, device -> true).isPresent();
    }

    /** The device gains a module identity; no tag of its own moves. */
    public HubSnapshot addModule(HubDeviceKey key, ModuleState module) {
        return change(Kind.MODULE, key, device -> device.withModule(module));
    }

    /** What changed of a device on any hub, in order. */
    public List<DeviceChange> changes(DeviceId device) {
        return tables.changes(device);
    }

    /** Tells every change there ever was, device by device, each device's in order. */
    public void allChanges(Consumer<DeviceChange> listener) {
        tables.allChanges(listener);
    }

    /** The changes that enabled a device while it was enabled on another hub; there should be none. */
    public List<DeviceChange> enabledTwice() {
        EnabledTwice judge = new EnabledTwice();
        tables.allChanges(judge::hear);
        return judge.found();
    }

    private HubSnapshot change(Kind kind, HubDeviceKey key, UnaryOperator<SimulatedDevice> change) {
        return tables.change(kind, key, change).shown();
    }
}
