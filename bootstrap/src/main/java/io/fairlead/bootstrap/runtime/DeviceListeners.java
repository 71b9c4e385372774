package io.fairlead.bootstrap.runtime;

import java.util.List;

/** The listeners that are switched on, in the order in which they open. */
public record DeviceListeners(List<DeviceListener> all) {
    public DeviceListeners {
        all = List.copyOf(all);
    }
}
