package io.fairlead.application.pacing;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slots promised one after the other, by ticket. Beyond {@value #MOST} (about 10 MB) nobody is remembered. Not
 * thread-safe.
 */
final class Lane {
    private static final int MOST = 50_000;

    /** In the order of the slots. */
    private final Map<String, Instant> slots = new LinkedHashMap<>();

    private Instant last = Instant.MIN;
    private int beyond;

    boolean isEmpty() {
        return slots.isEmpty();
    }

    Optional<Instant> slot(String ticket) {
        return Optional.ofNullable(slots.get(ticket));
    }

    void remove(String ticket) {
        slots.remove(ticket);
    }

    /** Whether somebody's slot has come. */
    boolean isDue(Instant now) {
        return !slots.isEmpty() && !slots.values().iterator().next().isAfter(now);
    }

    /** The slot of somebody who came now. */
    Instant next(Instant earliest, Duration step) {
        if (last.equals(Instant.MIN)) return earliest;
        Instant behind = last.plus(step);
        return behind.isAfter(earliest) ? behind : earliest;
    }

    /** Promises a slot; when all are taken, one of as many behind them, which is not kept. */
    Instant promise(String ticket, Instant earliest, Duration step) {
        if (slots.size() >= MOST) {
            beyond = (beyond + 1) % MOST;
            return next(earliest, step).plus(step.multipliedBy(beyond));
        }
        last = next(earliest, step);
        slots.put(ticket, last);
        return last;
    }

    void clear() {
        slots.clear();
        last = Instant.MIN;
    }

    /** Those who come from now on stand so much further back. */
    void delay(Duration step, Instant now) {
        if (last.isAfter(now)) {
            last = last.plus(step);
        }
    }

    /** Forgets the slots before this, for which nobody came. The first slots are the earliest. */
    void lapse(Instant before) {
        Iterator<Instant> earliest = slots.values().iterator();
        while (earliest.hasNext() && earliest.next().isBefore(before)) {
            earliest.remove();
        }
    }
}
