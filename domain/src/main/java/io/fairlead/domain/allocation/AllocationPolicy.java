package io.fairlead.domain.allocation;

/** How a hub is chosen for a device (DPS "allocation policy"). */
public enum AllocationPolicy {
    /** By weighted hash of the registration id over the candidates. */
    HASHED,
    /** The candidate nearest to the device. */
    GEO_LATENCY,
    /** The one hub that the entry names. */
    STATIC,
    /** By the operator's own webhook. */
    CUSTOM
}
