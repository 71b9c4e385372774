package io.fairlead.application.throttling;

import java.time.Duration;
import java.time.Instant;

/**
 * Tokens that refill continuously up to a capacity. Not thread-safe, and told times that never go back: its owner sees to
 * that.
 *
 * <p>Rate and capacity are handed in at each use, so that a quota can be changed while requests come.
 */
final class Bucket {
    /** So little is missing after a whole token's time only by rounding. */
    private static final double ROUNDING = 1e-6;

    private double tokens;
    private Instant filledAt;

    /** A full one. */
    Bucket(double capacity, Instant now) {
        this.tokens = capacity;
        this.filledAt = now;
    }

    /** Takes a token if there is one. */
    boolean take(Rate rate, Instant now) {
        fill(rate, now);
        if (tokens < 1 - ROUNDING) return false;
        tokens -= 1;
        return true;
    }

    /** Puts a token back that turned out not to be due. */
    void giveBack(Rate rate) {
        tokens = Math.min(rate.capacity(), tokens + 1);
    }

    boolean isEmpty(Rate rate, Instant now) {
        fill(rate, now);
        return tokens < 1 - ROUNDING;
    }

    /** The time until there is a token again. */
    Duration wait(Rate rate) {
        double seconds = Math.max(0, 1 - tokens) / rate.perSecond();
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    private void fill(Rate rate, Instant now) {
        double seconds = Duration.between(filledAt, now).toNanos() / 1e9;
        tokens = Math.min(rate.capacity(), tokens + seconds * rate.perSecond());
        filledAt = now;
    }

    /**
     * How fast a bucket refills and how much it holds.
     *
     * @param capacity what can be saved up, at least 1
     */
    record Rate(double perSecond, double capacity) {
        /** So many in each time span, which is also what can be saved up. */
        static Rate of(double count, Duration span) {
            return new Rate(count * 1000 / span.toMillis(), Math.max(1, count));
        }
    }
}
