package io.fairlead.domain.allocation;

import java.util.List;
import java.util.Optional;

/**
 * What a device's network address tells of where it is.
 *
 * @param regions by the operator's own table, nearest first; empty when it has no line for the address
 * @param position by a database of addresses
 */
public record AddressEvidence(List<Region> regions, Optional<Coordinates> position) {
    /** The address tells nothing. */
    public static final AddressEvidence NONE = new AddressEvidence(List.of(), Optional.empty());

    public AddressEvidence {
        regions = List.copyOf(regions);
    }
}
