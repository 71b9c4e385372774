package io.fairlead.domain.allocation;

import io.fairlead.domain.identity.HubName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of where a request comes from: the evidence that {@link AllocationPolicy#GEO_LATENCY} goes by. It is kept
 * with the operation, so that one that is taken up again goes by the same.
 *
 * @param roundTrips how long the device measured that each hub takes to answer; a hub that is not named was not reached
 * @param position where the device says that it is
 * @param regions the regions that the operator's table gives for the device's address, nearest first
 * @param addressPosition where a database of addresses says that the device's address is
 */
public record RequestOrigin(
        Map<HubName, Duration> roundTrips,
        Optional<Coordinates> position,
        List<Region> regions,
        Optional<Coordinates> addressPosition) {
    /** Nothing is known. */
    public static final RequestOrigin UNKNOWN =
            new RequestOrigin(Map.of(), Optional.empty(), List.of(), Optional.empty());

    public RequestOrigin {
        roundTrips = Map.copyOf(new TreeMap<>(roundTrips));
        regions = List.copyOf(regions);
    }

    /** This origin without the times of hubs that nobody could choose: a device may name as many as it likes. */
    public RequestOrigin amongst(LinkedHubs linked) {
        Map<HubName, Duration> known = new LinkedHashMap<>(roundTrips);
        known.keySet().removeIf(hub -> !linked.contains(hub));
        return new RequestOrigin(known, position, regions, addressPosition);
    }

    /** This origin with what the device's address tells. */
    public RequestOrigin with(AddressEvidence evidence) {
        return new RequestOrigin(roundTrips, position, evidence.regions(), evidence.position());
    }
}
