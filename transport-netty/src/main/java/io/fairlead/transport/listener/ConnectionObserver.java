package io.fairlead.transport.listener;

import io.fairlead.transport.limit.TurnedAway;

/** Who wants to know what happens at a listener's door. Called on event loops: it must not wait. */
public interface ConnectionObserver {
    /** A client was not let in. */
    void turnedAway(TurnedAway reason);

    /** A client was let in and could not agree on TLS, or did not in time. */
    void handshakeFailed();
}
