package io.fairlead.application.provisioning;

import java.time.Duration;
import java.time.Instant;

/** So many acts a minute, refilled continuously, at most a minute's worth saved up. Told times that never go back. Thread-safe. */
final class TokenBucket {
    private final double perMinute;
    private double tokens;
    private Instant filledAt;

    TokenBucket(int perMinute, Instant now) {
        this.perMinute = perMinute;
        this.tokens = perMinute;
        this.filledAt = now;
    }

    /** Takes one token, or says that there is none. */
    synchronized boolean take(Instant now) {
        double minutes = Duration.between(filledAt, now).toNanos() / 60e9;
        tokens = Math.min(perMinute, tokens + minutes * perMinute);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
