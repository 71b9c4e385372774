package io.fairlead.application.throttling;

import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.timing.SteadyClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How many records of a kind there may be. Counting a million rows for every new one would cost more than the new one, so
 * after a count this node lets a quarter of what was free come without counting, for a minute at the most: up to four
 * nodes together stay within the quota, and close to it each new record is counted for. That it is full is remembered for
 * some seconds: refusals shall cost little. Thread-safe.
 */
public final class RecordRoom {
    private static final int SHARE = 4;
    private static final Duration COUNT_AGAIN = Duration.ofMinutes(1);
    /** So long a table that was full is not counted again, unless something is deleted here. */
    private static final Duration FULL = Duration.ofSeconds(10);

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final String what;
    private final Supplier<OptionalInt> quota;
    private final Clock clock;
    private OptionalInt countedFor = OptionalInt.empty();
    private Instant countedAt = Instant.MIN;
    private long allowed;
    private boolean full;

    /**
     * A limit.
     *
     * @param what the records are, in the plural, as the refusal says it
     * @param quota asked for each new record; empty means no limit
     */
    public RecordRoom(String what, Supplier<OptionalInt> quota, Clock clock) {
        this.what = what;
        this.quota = quota;
        this.clock = new SteadyClock(clock);
    }

    /** Room for all. */
    public static RecordRoom unlimited(Clock clock) {
        return new RecordRoom("records", OptionalInt::empty, clock);
    }

    /**
     * Demands room for one record more.
     *
     * @param count how many there are
     * @throws ProvisioningException throttled, when there is none
     */
    public void demand(LongSupplier count) {
        OptionalInt most = quota.get();
        if (most.isEmpty()) return;
        Known known = known(most);
        if (known == Known.FULL || known == Known.NOTHING && !isRoom(most, count.getAsLong())) {
            throw Throttled.because(
                    "the quota of " + most.getAsInt() + " " + what + " is used up, delete some first", RETRY_AFTER);
        }
    }

    /**
     * Records were deleted: whether there is room is found out again. To be said where that is done, for those who ask
     * within the same transaction, and again when it is committed, for all others.
     */
    public synchronized void freed() {
        if (full) forget();
    }

    /** What the last count says of one record more. */
    private enum Known {
        NOTHING,
        ALLOWED,
        FULL
    }

    private synchronized Known known(OptionalInt most) {
        Duration holds = full ? FULL : COUNT_AGAIN;
        if (!most.equals(countedFor)
                || Duration.between(countedAt, clock.instant()).compareTo(holds) >= 0) {
            forget();
        }
        if (full) return Known.FULL;
        return allowed-- > 0 ? Known.ALLOWED : Known.NOTHING;
    }

    private synchronized boolean isRoom(OptionalInt most, long count) {
        long free = most.getAsInt() - count;
        countedFor = most;
        countedAt = clock.instant();
        full = free <= 0;
        allowed = full ? 0 : (free - 1) / SHARE;
        return !full;
    }

    private void forget() {
        countedFor = OptionalInt.empty();
        allowed = 0;
        full = false;
    }
}
