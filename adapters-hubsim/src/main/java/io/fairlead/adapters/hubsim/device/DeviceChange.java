package io.fairlead.adapters.hubsim.device;

import io.fairlead.domain.device.HubDeviceKey;
import java.time.Instant;

/**
 * One line of the change log.
 *
 * @param number counts per device id over all hubs, from 1 without gaps; a higher one was committed later
 * @param enabled whether the device might connect to this hub after the change
 * @param changedAt by the database's clock, at the start of the transaction
 */
public record DeviceChange(
        HubDeviceKey key, long number, Kind kind, boolean enabled, String incarnation, Instant changedAt) {

    /** What changed. */
    public enum Kind {
        CREATED,
        STATUS,
        TWIN,
        CREDENTIAL,
        MODULE,
        /** Twin, capabilities and modules at once. */
        RESET,
        DELETED
    }
}
