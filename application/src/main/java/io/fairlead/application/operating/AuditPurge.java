package io.fairlead.application.operating;

import io.fairlead.application.port.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes audit entries that are older than they are kept, a bounded number at a time. */
public final class AuditPurge {
    private static final int BATCH = 500;
    private static final int BATCHES = 40;

    private final UnitOfWork work;
    private final Clock clock;
    private final Duration retention;

    public AuditPurge(UnitOfWork work, Clock clock, Duration retention) {
        this.work = work;
        this.clock = clock;
        this.retention = retention;
    }

    /** Runs at most some batches, each a transaction of its own; what is left is for the next time. */
    public int run() {
        Instant before = clock.instant().minus(retention);
        int removed = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            int now = work.write(stores -> stores.audit().purgeBefore(before, BATCH));
            removed += now;
            if (now < BATCH) {
                break;
            }
        }
        return removed;
    }
}
