package io.fairlead.application.processing;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Full-jitter exponential pauses: uniform between zero and {@code base * 2^attempt}, capped. Of the usual schemes it
 * spreads a crowd of retries best, which is what a hub needs that just came back.
 */
final class Backoff {
    private static final Duration BASE = Duration.ofMillis(200);
    private static final int MAX_DOUBLINGS = 20;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** A pause before the next attempt, at least a millisecond. */
    Duration pause(int attempts, Duration cap) {
        long ceiling = Math.min(cap.toMillis(), BASE.toMillis() << Math.min(attempts, MAX_DOUBLINGS));
        return Duration.ofMillis(1 + random.nextLong(Math.max(1, ceiling)));
    }
}
