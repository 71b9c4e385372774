package io.fairlead.adapters.hubsim.device;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.DeviceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges from the change log whether a device was ever enabled on two hubs at once. It is told the changes device by
 * device, each device's by number. Not thread-safe.
 */
public final class EnabledTwice {
    private final List<DeviceChange> found = new ArrayList<>();
    private final Set<HubDeviceKey> enabled = new HashSet<>();
    private DeviceId device;

    public void hear(DeviceChange change) {
        if (!change.key().device().equals(device)) {
            device = change.key().device();
            enabled.clear();
        }
        if (!change.enabled()) {
            enabled.remove(change.key());
        } else if (enabled.add(change.key()) && enabled.size() > 1) {
            found.add(change);
        }
    }

    /** The changes that enabled a device while it was enabled elsewhere; empty when the rule held. */
    public List<DeviceChange> found() {
        return List.copyOf(found);
    }
}
