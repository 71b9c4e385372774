package io.fairlead.domain.device;

import java.util.List;

/**
 * The device state data that a device begins with: its enrollment entry's, or the twin that the allocation webhook gave
 * it. Hub traffic never changes it.
 */
public record InitialConfiguration(InitialTwin twin, DeviceCapabilities capabilities) {

    /** The state of a device that begins with this configuration. */
    public DeviceState asState(HubDeviceStatus status) {
        return new DeviceState(status, capabilities, twin.asTwin(), List.of());
    }
}
