package io.fairlead.application.pacing;

import java.time.Duration;
import java.time.Instant;

/**
 * How many calls a second a hub is asked, as it has shown by its refusals. Between two refusals a hub has taken just what
 * it takes, so that is measured; then the rate stands somewhat below and grows for as long as somebody waits, first
 * slowly and then ever faster: a hub that can take more is found out, and a limit that is gone is forgotten. The longer a
 * hub wants to be left alone, the more seldom it is tried. Not thread-safe.
 */
final class HubRate {
    private static final double LEAST = 0.2;
    /** Faster than any hub: the limit is forgotten. */
    private static final double UNLIMITED = 10_000;

    private static final Duration LEAST_ALONE = Duration.ofSeconds(1);
    private static final Duration MOST_ALONE = Duration.ofSeconds(30);
    /** A hub is tried about once in so many times of what it wants to be left alone for: that costs a tenth. */
    private static final int SELDOM = 10;

    private final double usual;
    private final RecentCalls recent;
    private double rate;
    private Refusal last = Refusal.NONE;
    private Duration wanted = Duration.ZERO;
    private long taken;

    /** @param usual calls a second as long as the hub takes them; infinite for as many as come */
    HubRate(double usual, Instant now) {
        this.usual = usual;
        this.rate = usual;
        this.recent = new RecentCalls(now);
    }

    double perSecond() {
        return rate;
    }

    boolean isUnlimited() {
        return Double.isInfinite(rate);
    }

    /** The time that so many calls take. */
    Duration time(double calls) {
        return isUnlimited() ? Duration.ZERO : Duration.ofNanos((long) (Math.max(0, calls) * 1e9 / rate));
    }

    /** A call goes to the hub. */
    void called(Instant now) {
        recent.called(now);
        taken++;
    }

    /** Somebody waited for so long. */
    void wanted(Duration time) {
        if (last == Refusal.NONE) return;
        wanted = wanted.plus(time);
        double cycles = wanted.toNanos() / (double) cycle().toNanos();
        rate = Math.min(usual, last.rate() * Math.exp(0.1 * cycles + 0.05 * cycles * cycles));
        if (rate > UNLIMITED) {
            rate = usual;
            last = Refusal.NONE;
        }
    }

    /**
     * The hub refused a call.
     *
     * @param begun when that call was begun: those that were under way together are refused together, which counts once
     * @param until when the hub wants to be asked again
     */
    void refused(Instant begun, Instant until, Instant now) {
        if (last != Refusal.NONE && !begun.isAfter(last.at())) {
            last = last.oneMore(until);
        } else {
            last = refusal(until, now);
            taken = 0;
            wanted = Duration.ZERO;
        }
        rate = Math.min(usual, Math.max(LEAST, last.rate()));
    }

    private Refusal refusal(Instant until, Instant now) {
        return last == Refusal.NONE
                ? new Refusal(now, until, recent.inASecond(now) - 1, Duration.ofSeconds(1), rate, Refusal.FIRST)
                : new Refusal(now, until, taken - 1, Duration.between(last.at(), now), rate, last.kept(now));
    }

    private Duration cycle() {
        Duration alone = Duration.between(last.at(), last.until());
        Duration within = alone.compareTo(LEAST_ALONE) < 0 ? LEAST_ALONE : alone;
        return (within.compareTo(MOST_ALONE) > 0 ? MOST_ALONE : within).multipliedBy(SELDOM);
    }
}
