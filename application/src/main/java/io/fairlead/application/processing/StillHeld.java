package io.fairlead.application.processing;

import io.fairlead.domain.device.HubSnapshot;

/**
 * A device is met that an earlier operation holds disabled. Whether that one is still at it, owes the release, or was
 * overtaken and held it when nobody looked any more, is in the journal.
 */
final class StillHeld extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient HubSnapshot device;

    StillHeld(HubSnapshot device) {
        super(device.key() + " is still held by an earlier operation", null, false, false);
        this.device = device;
    }

    HubSnapshot device() {
        return device;
    }
}
