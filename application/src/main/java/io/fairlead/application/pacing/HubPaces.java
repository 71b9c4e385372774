package io.fairlead.application.pacing;

import io.fairlead.application.timing.SteadyClock;
import io.fairlead.domain.identity.HubName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The paces of all hubs, each for itself: a hub that is slow slows nobody else down. A ticket names whoever waits, across
 * its attempts. Thread-safe.
 */
public final class HubPaces {
    private final Clock clock;
    private final double rate;
    private final double burst;
    private final Map<HubName, HubPace> paces = new HashMap<>();

    /**
     * Paces that differ only by what the hubs ask for.
     *
     * @param callsPerSecond at each hub; absent for as many as it takes
     * @param burst calls that may be saved up at each hub
     * @param clock may be put back and forth
     */
    public HubPaces(Optional<Integer> callsPerSecond, int burst, Clock clock) {
        this.clock = new SteadyClock(clock);
        this.rate = callsPerSecond.map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY);
        this.burst = burst;
    }

    /** Hubs are asked as fast as they take it. */
    public static HubPaces unlimited(Clock clock) {
        return new HubPaces(Optional.empty(), 1, clock);
    }

    /** The time, by which calls begin. */
    Instant now() {
        return clock.instant();
    }

    /** Nothing when the call may go; else the time until its caller's slot. */
    synchronized Duration admit(HubName hub, String ticket, Turn turn) {
        return pace(hub).admit(ticket, turn, now());
    }

    synchronized Duration follow(HubName hub, String ticket) {
        return pace(hub).follow(ticket, now());
    }

    /** Nothing when a call may go for which nobody will wait. */
    synchronized Duration glance(HubName hub) {
        return pace(hub).glance(now()) ? Duration.ZERO : atLeastAMoment(expected(hub));
    }

    synchronized void throttled(HubName hub, Optional<Duration> retryAfter, Instant begun) {
        pace(hub).throttled(retryAfter, begun, now());
    }

    /** The holder of this ticket needs no hub any more. */
    public synchronized void leave(String ticket) {
        paces.values().forEach(pace -> pace.leave(ticket));
    }

    /** How long the holder of a ticket still waits, at whichever hub; empty when it does not wait on this node. */
    public synchronized Optional<Duration> wait(String ticket) {
        Instant now = now();
        return paces.values().stream()
                .map(pace -> pace.wait(ticket, now).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** How long somebody who comes now would wait for this hub. */
    public synchronized Duration expected(HubName hub) {
        return pace(hub).expected(now());
    }

    private static Duration atLeastAMoment(Duration wait) {
        return wait.isZero() ? Duration.ofMillis(1) : wait;
    }

    private HubPace pace(HubName hub) {
        return paces.computeIfAbsent(hub, name -> new HubPace(rate, burst, now()));
    }
}
