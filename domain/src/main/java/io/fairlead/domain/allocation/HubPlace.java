package io.fairlead.domain.allocation;

import java.util.Optional;

/** Where a hub is, as far as its operator said it; for {@link AllocationPolicy#GEO_LATENCY}. */
public record HubPlace(Optional<Region> region, Optional<Coordinates> coordinates) {
    /** Nothing was said. */
    public static final HubPlace UNKNOWN = new HubPlace(Optional.empty(), Optional.empty());
}
