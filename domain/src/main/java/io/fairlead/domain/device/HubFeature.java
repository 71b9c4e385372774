package io.fairlead.domain.device;

/** What a kind of hub can do; a move is refused, or its loss recorded, where the target lacks something. */
public enum HubFeature {
    TWIN_TAGS,
    TWIN_DESIRED,
    TWIN_REPORTED_READ,
    /** Reported properties can be written by the service, so that a move carries them. */
    TWIN_REPORTED_WRITE,
    CONDITIONAL_DELETE,
    CONDITIONAL_TWIN,
    /** A device can be disabled, so that a move can hold it still. */
    DISABLE,
    SYMMETRIC_KEYS,
    EDGE,
    MODULES,
    /** Identity and twin are created in one act. */
    ATOMIC_CREATE_WITH_TWIN,
    /** A twin can be reset in one act, reported properties included. */
    ATOMIC_RESET,
    /** A created twin can begin at given section versions. */
    VERSIONS_KEPT
}
