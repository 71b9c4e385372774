package io.fairlead.application.pacing;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The pace of one hub. Whoever finds no token is given the next free slot of a queue and told when that is; whoever comes
 * back at its slot goes first, and newcomers queue behind. When the hub itself asks to be left alone, nobody goes until
 * then, and afterwards more slowly than what it could not take, for a minute.
 *
 * <p>Not thread-safe.
 */
final class HubPace {
    private static final double SLOWER = 0.7;
    private static final double LEAST_RATE = 1;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(1);
    private static final Duration MOST_LEFT_ALONE = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Duration WINDOW = Duration.ofSeconds(1);
    /** A slot that nobody came back for is free after this. */
    private static final Duration GRACE = Duration.ofMinutes(1);
    /** Beyond these nobody is remembered, and whoever comes back queues anew. */
    private static final int MOST_WAITING = 50_000;

    private final double usual;
    private final double burst;
    /** By ticket, in the order of the slots. */
    private final Map<String, Instant> slots = new LinkedHashMap<>();

    private double rate;
    private double tokens;
    private Instant filledAt;
    private Instant closedUntil;
    private Instant lastSlot;
    private Instant slowedAt;
    private Instant windowBegan;
    private int inWindow;
    private int inLastWindow;

    /**
     * A pace.
     *
     * @param rate calls a second; infinite for as many as come
     * @param burst calls that may be saved up
     */
    HubPace(double rate, double burst, Instant now) {
        this.usual = rate;
        this.burst = burst;
        this.rate = rate;
        this.tokens = burst;
        this.filledAt = now;
        this.closedUntil = now;
        this.lastSlot = now;
        this.slowedAt = now;
        this.windowBegan = now;
    }

    /** Nothing when the call may go now; else how long its caller has to wait for its slot. */
    Duration admit(String ticket, Instant now) {
        refill(now);
        Instant slot = slots.get(ticket);
        boolean open = !now.isBefore(closedUntil);
        boolean turn = slot == null ? slots.isEmpty() && tokens >= 1 : !now.isBefore(slot);
        if (open && turn) {
            slots.remove(ticket);
            count(now);
            return Duration.ZERO;
        }
        return Duration.between(now, slot != null && slot.isAfter(now) ? slot : reserved(ticket, now));
    }

    /** One more call of somebody who was admitted: it goes unless the hub wants to be left alone. */
    Duration follow(String ticket, Instant now) {
        if (now.isBefore(closedUntil)) {
            return admit(ticket, now);
        }
        refill(now);
        count(now);
        return Duration.ZERO;
    }

    /** The hub said that it is asked too much. */
    void throttled(Optional<Duration> retryAfter, Instant now) {
        Duration asked = retryAfter.orElse(LEFT_ALONE);
        Duration wait = asked.compareTo(MOST_LEFT_ALONE) > 0 ? MOST_LEFT_ALONE : asked;
        roll(now);
        rate = Math.min(usual, Math.max(LEAST_RATE, Math.max(inWindow, inLastWindow) * SLOWER));
        slowedAt = now;
        tokens = 0;
        if (now.plus(wait).isAfter(closedUntil)) {
            closedUntil = now.plus(wait);
            queueAgain();
        }
    }

    /** Those who wait go when the hub may be asked again, one after the other: all at once would be too much again. */
    private void queueAgain() {
        Instant free = closedUntil;
        lastSlot = latest(lastSlot, closedUntil);
        for (Map.Entry<String, Instant> waiting : slots.entrySet()) {
            lastSlot = latest(waiting.getValue(), free);
            waiting.setValue(lastSlot);
            free = after(lastSlot);
        }
    }

    /** How long this caller has to wait, as far as it is known. */
    Optional<Duration> wait(String ticket, Instant now) {
        return Optional.ofNullable(slots.get(ticket)).filter(now::isBefore).map(slot -> Duration.between(now, slot));
    }

    boolean isWaiting(String ticket) {
        return slots.containsKey(ticket);
    }

    /** How long somebody who comes now would have to wait. */
    Duration expected(Instant now) {
        refill(now);
        if (slots.isEmpty() && tokens >= 1 && !now.isBefore(closedUntil)) {
            return Duration.ZERO;
        }
        return Duration.between(now, next(now));
    }

    private Instant reserved(String ticket, Instant now) {
        Instant slot = next(now);
        slots.remove(ticket);
        if (slots.size() < MOST_WAITING) {
            slots.put(ticket, slot);
            lastSlot = slot;
        }
        return slot;
    }

    private Instant next(Instant now) {
        return after(latest(latest(lastSlot, now), closedUntil));
    }

    private Instant after(Instant slot) {
        return Double.isInfinite(rate) ? slot : slot.plusNanos((long) (1e9 / rate));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void refill(Instant now) {
        if (slowedAt.plus(REMEMBERED).isBefore(now)) {
            rate = usual;
        }
        forgetBefore(now.minus(GRACE));
        double seconds = Math.max(0, Duration.between(filledAt, now).toNanos()) / 1e9;
        tokens = Double.isInfinite(rate) ? burst : Math.min(burst, tokens + seconds * rate);
        filledAt = latest(filledAt, now);
    }

    /** The first slots are the earliest: no call looks at all who wait. */
    private void forgetBefore(Instant stale) {
        Iterator<Instant> earliest = slots.values().iterator();
        while (earliest.hasNext() && earliest.next().isBefore(stale)) {
            earliest.remove();
        }
    }

    private void count(Instant now) {
        roll(now);
        inWindow++;
        tokens -= Double.isInfinite(rate) ? 0 : 1;
    }

    private void roll(Instant now) {
        Duration passed = Duration.between(windowBegan, now);
        if (passed.compareTo(WINDOW) >= 0) {
            inLastWindow = passed.compareTo(WINDOW.multipliedBy(2)) < 0 ? inWindow : 0;
            inWindow = 0;
            windowBegan = now;
        }
    }
}
