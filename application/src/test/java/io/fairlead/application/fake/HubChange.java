package io.fairlead.application.fake;

import io.fairlead.domain.device.HubDeviceKey;

/**
 * One effective change on a hub.
 *
 * @param number its place among all changes on all hubs, from 1
 * @param enabled whether the device may connect after it
 */
public record HubChange(long number, Kind kind, HubDeviceKey key, boolean enabled, String incarnation) {

    /** What changed. A change that changes nothing is not logged. */
    public enum Kind {
        CREATED,
        STATUS,
        TWIN,
        CREDENTIAL,
        CAPABILITIES,
        DELETED
    }
}
