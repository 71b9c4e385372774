package io.fairlead.adapters.webhook;

import io.fairlead.domain.operation.Deferral;
import java.time.Duration;
import java.time.Instant;

/** The calls of one host's webhooks that are under way, and when those may come back who wait. Not thread-safe. */
final class WebhookHost {
    private static final int SILENT = 3;
    /** How much the last call weighs in what calls are believed to take. */
    private static final double LAST = 0.2;

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

    private final int places;
    private int taken;
    private int unanswered;
    private double meanMillis = 500;
    private Instant promised = Instant.MIN;
    /** For those who came at their time when there was no place. */
    private Instant promisedAgain = Instant.MIN;

    WebhookHost(int places) {
        this.places = places;
    }

    /** Newcomers leave half of the places to those who were told to come back. */
    boolean hasPlace(Deferral deferral, Instant now) {
        boolean others = !deferral.isSome() && promised.isAfter(now);
        return taken < (others ? (allowed() + 1) / 2 : allowed());
    }

    void entered() {
        taken++;
    }

    /** @param took how long it kept its place */
    void left(Duration took) {
        taken--;
        meanMillis += LAST * (took.toMillis() - meanMillis);
    }

    void answered(boolean inTime) {
        unanswered = inTime ? 0 : unanswered + 1;
    }

    boolean isIdle() {
        return taken == 0;
    }

    /** For how long somebody shall wait for whom there is no place now. */
    Duration wait(Deferral deferral, Instant now) {
        if (!deferral.left().isZero()) {
            return deferral.left();
        }
        if (deferral.isSome()) {
            promisedAgain = next(promisedAgain, now);
            return Duration.between(now, promisedAgain);
        }
        promised = next(promised, now);
        return Duration.between(now, promised);
    }

    private Instant next(Instant last, Instant now) {
        Instant behind = (last.isAfter(now) ? last : now).plus(step());
        Instant earliest = now.plus(SHORTEST_WAIT);
        return behind.isAfter(earliest) ? behind : earliest;
    }

    private Duration step() {
        return Duration.ofNanos((long) (Math.max(1, meanMillis) * 1e6 / allowed()));
    }

    private int allowed() {
        return unanswered >= SILENT ? 1 : places;
    }
}
