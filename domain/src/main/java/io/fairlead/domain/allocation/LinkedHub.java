package io.fairlead.domain.allocation;

import io.fairlead.domain.identity.HubName;

/**
 * A hub that this service may put devices on.
 *
 * @param weight its share under {@link AllocationPolicy#HASHED}, 1 to 1000
 * @param inAllocation whether devices may be newly assigned to it; when false it can still be named by an entry, but is
 *     never chosen
 */
public record LinkedHub(HubName name, int weight, boolean inAllocation, HubPlace place) {
    public LinkedHub {
        if (weight < 1 || weight > 1000) {
            throw new IllegalArgumentException("allocationWeight of " + name + " must be 1 to 1000, not " + weight);
        }
    }

    /** A hub whose place nobody said. */
    public LinkedHub(HubName name, int weight, boolean inAllocation) {
        this(name, weight, inAllocation, HubPlace.UNKNOWN);
    }

    /** A hub of weight 1 that takes part in allocation. */
    public static LinkedHub of(String name) {
        return new LinkedHub(new HubName(name), 1, true);
    }
}
