package io.fairlead.application.fake;

import io.fairlead.application.contract.HubUsers;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.TwinDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The devices, back ends and operators of hubs in memory. Faults and call counts do not concern them. */
public final class InMemoryHubUsers implements HubUsers {
    private final InMemoryHubs hubs;

    InMemoryHubUsers(InMemoryHubs hubs) {
        this.hubs = hubs;
    }

    @Override
    public void deviceReports(HubDeviceKey key, TwinDocument patch) {
        changeTwin(
                key,
                twin -> new DeviceTwin(
                        twin.tags(),
                        twin.desired(),
                        twin.reported().becoming(twin.reported().content().mergedWith(patch))));
    }

    @Override
    public void backEndPatches(HubDeviceKey key, TwinDocument tags, TwinDocument desired) {
        changeTwin(
                key,
                twin -> new DeviceTwin(
                        twin.tags().mergedWith(tags),
                        twin.desired().becoming(twin.desired().content().mergedWith(desired)),
                        twin.reported()));
    }

    @Override
    public void operatorDisables(HubDeviceKey key, String reason) {
        change(HubChange.Kind.STATUS, key, device -> device.withStatus(HubDeviceStatus.disabled(reason)));
    }

    @Override
    public void operatorEnables(HubDeviceKey key) {
        change(HubChange.Kind.STATUS, key, device -> device.withStatus(HubDeviceStatus.ENABLED));
    }

    @Override
    public void thirdPartyCreates(HubDeviceKey key, DeviceState state, DeviceCredential credential) {
        InMemoryHub hub = hubs.hub(key.hub());
        synchronized (hub) {
            if (hub.find(key).isPresent()) {
                throw new IllegalStateException(key + " is there already");
            }
            hub.added(key, hub.admission().kept(state), credential, Optional.empty());
        }
    }

    @Override
    public void thirdPartyRemoves(HubDeviceKey key) {
        InMemoryHub hub = hubs.hub(key.hub());
        synchronized (hub) {
            hub.removed(there(hub, key));
        }
    }

    @Override
    public void addModule(HubDeviceKey key, ModuleState module) {
        change(HubChange.Kind.TWIN, key, device -> {
            List<ModuleState> modules = new ArrayList<>(device.state().modules());
            modules.add(module);
            return device.withModules(modules);
        });
    }

    @Override
    public boolean canConnect(HubDeviceKey key, DeviceCredential credential) {
        return hubs.hub(key.hub())
                .find(key)
                .filter(device -> device.state().status().enabled())
                .filter(device -> device.credential().equals(credential))
                .isPresent();
    }

    private void changeTwin(HubDeviceKey key, UnaryOperator<DeviceTwin> change) {
        change(HubChange.Kind.TWIN, key, device -> {
            DeviceTwin next = change.apply(device.state().twin());
            hubs.hub(key.hub()).admission().check(next);
            return device.withTwin(next);
        });
    }

    private void change(HubChange.Kind kind, HubDeviceKey key, UnaryOperator<HeldDevice> change) {
        InMemoryHub hub = hubs.hub(key.hub());
        synchronized (hub) {
            hub.put(kind, change.apply(there(hub, key)));
        }
    }

    private static HeldDevice there(InMemoryHub hub, HubDeviceKey key) {
        return hub.find(key).orElseThrow(() -> new IllegalStateException(key + " is not there"));
    }
}
