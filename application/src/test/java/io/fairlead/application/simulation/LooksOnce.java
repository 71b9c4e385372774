package io.fairlead.application.simulation;

import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A planted bug: once a device is held, every later look shows the twin of the first, as if neither the second look
 * before the commit nor the last one before the removal took place.
 */
final class LooksOnce extends PlantedHubs {
    private final Map<String, DeviceState> first = new HashMap<>();

    LooksOnce(HubRegistry hubs) {
        super(hubs);
    }

    @Override
    public Optional<HubSnapshot> read(HubDeviceKey key) {
        return super.read(key).map(this::remembered);
    }

    private HubSnapshot remembered(HubSnapshot now) {
        if (!OwnershipMark.holdsAny(now.state().status())) {
            return now;
        }
        String hold = now.versions().incarnation() + now.state().status();
        DeviceState seen = first.computeIfAbsent(hold, unseen -> now.state());
        return new HubSnapshot(now.key(), seen, now.versions(), now.mark(), now.credentialFingerprint());
    }
}
