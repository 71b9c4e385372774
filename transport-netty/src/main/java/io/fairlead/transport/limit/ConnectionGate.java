package io.fairlead.transport.limit;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts connections in and out. Who has none open is remembered only as long as there is room: at most {@value
 * #REMEMBERED} neighbours beside those inside. Thread-safe.
 */
public final class ConnectionGate {
    private static final int REMEMBERED = 20_000;
    private static final int LOOKED_AT = 100;

    private final ConnectionLimits limits;
    private final Clock clock;
    private final Map<Neighbour, Visits> neighbours = new LinkedHashMap<>(16, 0.75f, true);
    private int open;

    public ConnectionGate(ConnectionLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Lets a connection in, which must {@link #leave} later, or says why not. */
    public synchronized Optional<TurnedAway> enter(InetAddress address) {
        Instant now = clock.instant();
        if (open >= limits.total()) return Optional.of(TurnedAway.FULL);
        Visits visits =
                neighbours.computeIfAbsent(Neighbour.of(address), unseen -> new Visits(limits.perMinute(), now));
        forgetSome();
        if (visits.open() >= limits.perNeighbour()) return Optional.of(TurnedAway.TOO_MANY);
        if (!visits.takeToken(now)) return Optional.of(TurnedAway.TOO_FAST);
        visits.enter();
        open++;
        return Optional.empty();
    }

    /** A connection that was let in is gone. */
    public synchronized void leave(InetAddress address) {
        Visits visits = neighbours.get(Neighbour.of(address));
        if (visits != null && visits.open() > 0) {
            visits.leave();
            open--;
        }
    }

    /** Connections that are in. */
    public synchronized int open() {
        return open;
    }

    /** Those seen longest ago come first; a few at a time, so that nobody waits. */
    private void forgetSome() {
        Iterator<Visits> eldest = neighbours.values().iterator();
        for (int i = 0; i < LOOKED_AT && neighbours.size() > limits.total() + REMEMBERED && eldest.hasNext(); i++) {
            if (eldest.next().open() == 0) eldest.remove();
        }
    }
}
