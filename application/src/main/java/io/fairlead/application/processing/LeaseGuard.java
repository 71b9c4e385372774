package io.fairlead.application.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Makes sure, before a hub is written to, that this worker still holds its operation.
 *
 * <p>A hub refuses a late write by the versions that it carries, but only when those were read before somebody else took
 * over. A worker that slept before it read would carry fresh ones. So after reading and before writing it is asked here:
 * as long as half a lease has not passed on this node's own clock since before the last fenced write, nobody can have
 * taken over; else the operation is written again under its fence, which renews the lease or finds it lost. Used by one
 * thread.
 */
final class LeaseGuard {
    private final Clock clock;
    private final Duration trusted;
    private final Runnable renewal;
    private Instant renewed;

    /**
     * A guard.
     *
     * @param since the lease began no earlier than this, by this node's clock
     * @param renewal writes the operation under its fence; throws {@link Superseded} when that is lost
     */
    LeaseGuard(Clock clock, Duration lease, Instant since, Runnable renewal) {
        this.clock = clock;
        this.trusted = lease.dividedBy(2);
        this.renewal = renewal;
        this.renewed = since;
    }

    /**
     * Returns while the operation is held.
     *
     * @throws Superseded when it is not
     */
    void check() {
        if (!clock.instant().isBefore(renewed.plus(trusted))) {
            renewing(() -> {
                renewal.run();
                return true;
            });
        }
    }

    /** Does a fenced write and notes that the lease began anew with it. */
    <T> T renewing(Supplier<T> write) {
        Instant before = clock.instant();
        T result = write.get();
        renewed = before;
        return result;
    }
}
