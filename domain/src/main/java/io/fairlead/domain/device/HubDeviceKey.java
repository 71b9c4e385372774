package io.fairlead.domain.device;

import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;

/** A device's place: a hub and a device id there. */
public record HubDeviceKey(HubName hub, DeviceId device) {
    @Override
    public String toString() {
        return device + " on " + hub;
    }
}
