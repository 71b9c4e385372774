package io.fairlead.adapters.hubsim.fault;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How this node saw devices last, and before that, for reads that show the past. Remembers a bounded number of devices.
 * Thread-safe.
 */
final class RecentViews {
    private static final int REMEMBERED = 10_000;

    private final Map<HubDeviceKey, Views> devices = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<HubDeviceKey, Views> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized void saw(HubDeviceKey key, Optional<HubSnapshot> now) {
        Views views = devices.get(key);
        if (views == null) {
            devices.put(key, new Views(now, Optional.empty()));
        } else if (!views.last.equals(now)) {
            devices.put(key, new Views(now, Optional.of(views.last)));
        }
    }

    /** The view before this one, as far as it is remembered; else this one. */
    synchronized Optional<HubSnapshot> before(HubDeviceKey key, Optional<HubSnapshot> now) {
        Views views = devices.get(key);
        if (views == null) {
            return now;
        }
        return views.last.equals(now) ? views.previous.orElse(now) : views.last;
    }

    /** Each view is a device or its absence. */
    private record Views(Optional<HubSnapshot> last, Optional<Optional<HubSnapshot>> previous) {}
}
