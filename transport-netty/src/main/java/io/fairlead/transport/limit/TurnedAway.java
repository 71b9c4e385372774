package io.fairlead.transport.limit;

/** Why a connection was not let in. */
public enum TurnedAway {
    /** The listener bears no more. */
    FULL,
    /** The neighbour has as many open as it may. */
    TOO_MANY,
    /** The neighbour opens them too fast. */
    TOO_FAST
}
