package io.fairlead.application.pacing;

import java.time.Duration;
import java.time.Instant;

/**
 * A refusal of a hub, and what it says about how much it takes.
 *
 * @param at when
 * @param until when the hub wants to be asked again
 * @param taken calls that the hub took since the refusal before
 * @param span the time since then
 * @param before the rate that was too high; infinite when there was none
 * @param kept the share of it that the hub can be trusted with: the sooner it refused, the less
 */
record Refusal(Instant at, Instant until, long taken, Duration span, double before, double kept) {
    static final Refusal NONE =
            new Refusal(Instant.MIN, Instant.MIN, 0, Duration.ofSeconds(1), Double.POSITIVE_INFINITY, 0);
    /** Nothing is known of how long it took the rate. */
    static final double FIRST = 0;

    private static final double BELOW = 0.95;
    /** What a first refusal is believed to mean at the least: the hub may have been busy with others just then. */
    private static final double FIRST_LEAST = 10;

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofSeconds(10);

    /** Another call of those that were under way together is refused. */
    Refusal oneMore(Instant nowUntil) {
        return new Refusal(at, nowUntil.isAfter(until) ? nowUntil : until, taken - 1, span, before, kept);
    }

    /** The share to be kept of the rate at which the hub refuses again now. */
    double kept(Instant now) {
        Duration open = Duration.between(until, now);
        if (open.compareTo(SOON) < 0) return 0.5;
        return open.compareTo(LATE) < 0 ? 0.75 : 0.9;
    }

    /** Calls a second to go on with. */
    double rate() {
        double measured = taken / (span.toNanos() / 1e9) * BELOW;
        double least = kept == FIRST ? FIRST_LEAST : before * kept;
        return Math.min(before * BELOW, Math.max(measured, least));
    }
}
