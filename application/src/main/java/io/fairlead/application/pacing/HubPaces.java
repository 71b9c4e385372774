package io.fairlead.application.pacing;

import io.fairlead.domain.identity.HubName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

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
     */
    public HubPaces(Optional<Integer> callsPerSecond, int burst, Clock clock) {
        this.clock = clock;
        this.rate = callsPerSecond.map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY);
        this.burst = burst;
    }

    /** Hubs are asked as fast as they take it. */
    public static HubPaces unlimited(Clock clock) {
        return new HubPaces(Optional.empty(), 1, clock);
    }

    /** Nothing when the call may go; else the time until its slot. */
    synchronized Duration admit(HubName hub, String ticket) {
        return pace(hub).admit(ticket, clock.instant());
    }

    synchronized Duration follow(HubName hub, String ticket) {
        return pace(hub).follow(ticket, clock.instant());
    }

    synchronized void throttled(HubName hub, Optional<Duration> retryAfter) {
        pace(hub).throttled(retryAfter, clock.instant());
    }

    /** How long the holder of a ticket still waits, at whichever hub; empty when it does not wait on this node. */
    public synchronized Optional<Duration> wait(String ticket) {
        return anywhere(pace -> pace.wait(ticket, clock.instant()).orElse(null));
    }

    /** Whether the holder of a ticket stands in a queue, its slot perhaps come. */
    public synchronized boolean isWaiting(String ticket) {
        return anywhere(pace -> pace.isWaiting(ticket) ? true : null).isPresent();
    }

    /** How long somebody who comes now would wait for this hub. */
    public synchronized Duration expected(HubName hub) {
        return pace(hub).expected(clock.instant());
    }

    private <T> Optional<T> anywhere(Function<HubPace, T> question) {
        return paces.values().stream().map(question).filter(Objects::nonNull).findFirst();
    }

    private HubPace pace(HubName hub) {
        Instant now = clock.instant();
        return paces.computeIfAbsent(hub, name -> new HubPace(rate, burst, now));
    }
}
