package io.fairlead.application.throttling;

import io.fairlead.application.problem.ProvisioningException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How many records of a kind there may be. Counting a million rows for every new one would cost more than the new one, so
 * after a count this node lets a quarter of what was free come without counting, for a minute at the most: up to four
 * nodes together stay within the quota, and close to it each new record is counted for. Thread-safe.
 */
public final class RecordRoom {
    private static final int SHARE = 4;
    private static final Duration COUNT_AGAIN = Duration.ofMinutes(1);
    private static final Duration FULL = Duration.ofMinutes(1);

    private final String what;
    private final Supplier<OptionalInt> quota;
    private final Clock clock;
    private OptionalInt countedFor = OptionalInt.empty();
    private Instant countedAt = Instant.MIN;
    private long allowed;

    /**
     * A limit.
     *
     * @param what the records are, in the plural, as the refusal says it
     * @param quota asked for each new record; empty means no limit
     */
    public RecordRoom(String what, Supplier<OptionalInt> quota, Clock clock) {
        this.what = what;
        this.quota = quota;
        this.clock = clock;
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
        if (most.isPresent() && !isAllowed(most)) counted(most, count.getAsLong());
    }

    private synchronized boolean isAllowed(OptionalInt most) {
        boolean fresh = most.equals(countedFor)
                && Duration.between(countedAt, clock.instant()).compareTo(COUNT_AGAIN) < 0;
        return fresh && allowed-- > 0;
    }

    private synchronized void counted(OptionalInt most, long count) {
        long free = most.getAsInt() - count;
        if (free <= 0) {
            throw Throttled.because(
                    "the quota of " + most.getAsInt() + " " + what + " is used up, delete some first", FULL);
        }
        countedFor = most;
        countedAt = clock.instant();
        allowed = (free - 1) / SHARE;
    }
}
