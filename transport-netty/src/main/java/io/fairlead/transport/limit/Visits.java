package io.fairlead.transport.limit;

import java.time.Duration;
import java.time.Instant;

/** One neighbour's open connections, and how many it may still open now. Guarded by the gate. */
final class Visits {
    private static final double NANOS_PER_MINUTE = 60e9;

    private final int perMinute;
    private int open;
    private double tokens;
    private Instant filledAt;

    Visits(int perMinute, Instant now) {
        this.perMinute = perMinute;
        this.tokens = perMinute;
        this.filledAt = now;
    }

    boolean takeToken(Instant now) {
        double minutes = Math.max(0, Duration.between(filledAt, now).toNanos()) / NANOS_PER_MINUTE;
        tokens = Math.min(perMinute, tokens + minutes * perMinute);
        filledAt = now.isAfter(filledAt) ? now : filledAt;
        if (tokens < 1) return false;
        tokens -= 1;
        return true;
    }

    int open() {
        return open;
    }

    void enter() {
        open++;
    }

    void leave() {
        open--;
    }
}
