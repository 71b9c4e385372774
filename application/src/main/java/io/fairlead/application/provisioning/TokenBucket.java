package io.fairlead.application.provisioning;

import java.time.Duration;
import java.time.Instant;

/** So many acts a minute, refilled continuously, at most a minute's worth saved up. Thread-safe. */
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
        double minutes = Math.max(0, Duration.between(filledAt, now).toNanos()) / 60e9;
        tokens = Math.min(perMinute, tokens + minutes * perMinute);
        filledAt = now.isAfter(filledAt) ? now : filledAt;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
