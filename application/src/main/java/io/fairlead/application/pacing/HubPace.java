package io.fairlead.application.pacing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The pace of one hub. Whoever finds no token is promised a slot and told when to come back; those whose slot has come
 * go first, newcomers when nobody else's turn it is. When the hub itself asks to be left alone, nobody goes until then,
 * and afterwards as fast as it has shown that it takes ({@link HubRate}).
 *
 * <p>A promise binds nobody: one that was not used shortly after its time is forgotten, and somebody who waited at another
 * node goes before newcomers here too. Not thread-safe; told times that never go back.
 */
final class HubPace {
    private static final Duration LEFT_ALONE = Duration.ofSeconds(1);
    private static final Duration MOST_LEFT_ALONE = Duration.ofMinutes(5);
    /** So long after its time a slot is kept for somebody who is late. */
    private static final Duration HELD = Duration.ofSeconds(5);
    /** Time that passes unseen by anybody is no sign of demand. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    /** Seconds' worth of tokens that are kept for those who wait: workers come by several at a time. */
    private static final double LATENESS = 1;

    private static final double ROUNDING = 1e-6;

    private final double burst;
    private final HubRate rate;
    private final CallsPerTurn cost = new CallsPerTurn();
    private final Lane newcomers;
    /** Those whose turn it was when there was no token: operations may need more calls than they used to. */
    private final Lane returning;

    private double tokens;
    private Instant seenAt;
    private Instant closedUntil;

    /**
     * A pace.
     *
     * @param rate calls a second; infinite for as many as come
     * @param burst calls that may be saved up
     */
    HubPace(double rate, double burst, Instant now) {
        this.burst = burst;
        this.rate = new HubRate(rate, now);
        this.newcomers = new Lane();
        this.returning = new Lane();
        this.tokens = burst;
        this.seenAt = now;
        this.closedUntil = now;
    }

    /** Nothing when the call may go now; else how long until its caller's slot. */
    Duration admit(String ticket, Turn turn, Instant now) {
        pass(now);
        Optional<Instant> slot = slot(ticket);
        Duration left = slot.map(at -> Duration.between(now, at)).orElse(turn.left());
        boolean hasCome = (slot.isPresent() || !turn.isNew()) && left.compareTo(Duration.ZERO) <= 0;
        if (isOpen(now) && (hasCome ? hasToken() : hasSpareToken(now))) {
            leave(ticket);
            cost.turn();
            call(now);
            return Duration.ZERO;
        }
        return left.compareTo(Duration.ZERO) > 0 ? left : Duration.between(now, promise(ticket, hasCome, now));
    }

    /** One more call of somebody who was admitted: it goes unless the hub wants to be left alone. */
    Duration follow(String ticket, Instant now) {
        if (!isOpen(now)) {
            return admit(ticket, Turn.NOW, now);
        }
        pass(now);
        call(now);
        return Duration.ZERO;
    }

    /** Whether a call may go now for which nobody will wait; if so, it is counted. */
    boolean glance(Instant now) {
        pass(now);
        boolean free = isOpen(now) && hasSpareToken(now);
        if (free) call(now);
        return free;
    }

    /**
     * The hub said that it is asked too much.
     *
     * @param begun when the call was begun that it refused
     */
    void throttled(Optional<Duration> retryAfter, Instant begun, Instant now) {
        pass(now);
        Duration asked = retryAfter.orElse(LEFT_ALONE);
        Instant until = now.plus(asked.compareTo(MOST_LEFT_ALONE) > 0 ? MOST_LEFT_ALONE : asked);
        rate.refused(begun, until, now);
        tokens = 0;
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
    }

    /** The holder of this ticket does not come any more. */
    void leave(String ticket) {
        newcomers.remove(ticket);
        returning.remove(ticket);
    }

    /** How long this caller has to wait, as far as it is known. */
    Optional<Duration> wait(String ticket, Instant now) {
        return slot(ticket).filter(now::isBefore).map(slot -> Duration.between(now, slot));
    }

    /** How long somebody who comes now would have to wait. */
    Duration expected(Instant now) {
        pass(now);
        return isOpen(now) && hasSpareToken(now)
                ? Duration.ZERO
                : Duration.between(now, newcomers.next(nextToken(now), step()));
    }

    private Optional<Instant> slot(String ticket) {
        return newcomers.slot(ticket).or(() -> returning.slot(ticket));
    }

    private Instant promise(String ticket, boolean hasCome, Instant now) {
        leave(ticket);
        if (!hasCome) {
            return newcomers.promise(ticket, nextToken(now), step());
        }
        newcomers.delay(step(), now);
        return returning.promise(ticket, nextToken(now), step());
    }

    private Instant nextToken(Instant now) {
        return (isOpen(now) ? now : closedUntil).plus(rate.time(1 - tokens));
    }

    private Duration step() {
        return rate.time(cost.mean());
    }

    private boolean isOpen(Instant now) {
        return !now.isBefore(closedUntil);
    }

    private boolean hasToken() {
        return rate.isUnlimited() || tokens >= 1 - ROUNDING;
    }

    /** One that nobody comes for: either it is nobody's turn, or as much was saved up for them as can be. */
    private boolean hasSpareToken(Instant now) {
        boolean isSomebodysTurn = returning.isDue(now) || newcomers.isDue(now);
        return rate.isUnlimited() || tokens >= (isSomebodysTurn ? most() : 1) - ROUNDING;
    }

    private void call(Instant now) {
        rate.called(now);
        cost.call();
        tokens -= rate.isUnlimited() ? 0 : 1;
    }

    /** What time brings: tokens, a faster rate where somebody waits, and an end to promises that nobody uses. */
    private void pass(Instant now) {
        Instant since = seenAt.isAfter(closedUntil) ? seenAt : closedUntil;
        if (now.isAfter(since)) {
            Duration passed = Duration.between(since, now);
            boolean isShort = isAwaited() && tokens < 1;
            fill(passed);
            if (isShort) {
                rate.wanted(passed.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : passed);
            }
        }
        seenAt = now;
        if (rate.isUnlimited()) {
            newcomers.clear();
            returning.clear();
        } else {
            newcomers.lapse(now.minus(HELD));
            returning.lapse(now.minus(HELD));
        }
    }

    private void fill(Duration passed) {
        tokens = rate.isUnlimited() ? burst : Math.min(most(), tokens + passed.toNanos() / 1e9 * rate.perSecond());
    }

    private double most() {
        return isAwaited() ? burst + rate.perSecond() * LATENESS : burst;
    }

    private boolean isAwaited() {
        return !newcomers.isEmpty() || !returning.isEmpty();
    }
}
