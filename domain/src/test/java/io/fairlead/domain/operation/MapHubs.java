package io.fairlead.domain.operation;

import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.OwnershipMark;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Hubs made of one map: what stands at each place. */
final class MapHubs {
    /** A device as a hub holds it. */
    record Held(String incarnation, Optional<OwnershipMark> mark, String credential, DeviceState state) {
        Held withStatus(HubDeviceStatus status) {
            return withState(state.withStatus(status));
        }

        Held withState(DeviceState next) {
            return new Held(incarnation, mark, credential, next);
        }

        Held withCredential(String next) {
            return new Held(incarnation, mark, next, state);
        }
    }

    private final Map<HubDeviceKey, Held> devices = new HashMap<>();
    private int incarnations;

    Optional<Held> find(HubDeviceKey key) {
        return Optional.ofNullable(devices.get(key));
    }

    void put(HubDeviceKey key, Held device) {
        devices.put(key, device);
    }

    /** Creates under a new incarnation. */
    Held create(HubDeviceKey key, Optional<OwnershipMark> mark, String credential, DeviceState state) {
        Held made = new Held("incarnation-" + ++incarnations, mark, credential, state);
        devices.put(key, made);
        return made;
    }

    void remove(HubDeviceKey key) {
        devices.remove(key);
    }

    /** All that stands anywhere now. */
    Map<HubDeviceKey, Held> content() {
        return Map.copyOf(devices);
    }
}
