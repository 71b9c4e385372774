package io.fairlead.adapters.persistence;

import io.fairlead.application.port.StoreException;
import io.fairlead.application.port.WriteConflict;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.JdbiException;

/** Runs a unit of work again when it lost against another, after a short and random wait, a bounded number of times. */
final class ConflictRerun {
    private static final int MOST_RUNS = 10;
    private static final long FIRST_PAUSE_MICROS = 2_000;
    private static final long LONGEST_PAUSE_MICROS = 200_000;

    /**
     * SQL states of a transaction that was rolled back because of another: serialization failure and deadlock (both
     * databases), lock timeout (PostgreSQL, H2), concurrent update (H2).
     */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    private final RandomGenerator random;
    private final Pause pause;

    ConflictRerun(RandomGenerator random, Pause pause) {
        this.random = random;
        this.pause = pause;
    }

    <T> T run(Supplier<T> work) {
        for (int run = 1; run < MOST_RUNS; run++) {
            try {
                return work.get();
            } catch (WriteConflict e) {
                waitBefore(run);
            } catch (JdbiException e) {
                if (!isConflict(e)) throw failed(e);
                waitBefore(run);
            }
        }
        return lastly(work);
    }

    private static <T> T lastly(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw failed(e);
        }
    }

    /** Full jitter, so that the two do not meet again. */
    private void waitBefore(int run) {
        long most = Math.min(LONGEST_PAUSE_MICROS, FIRST_PAUSE_MICROS << run);
        pause.last(Duration.ofNanos(1_000 * random.nextLong(most)));
    }

    private static boolean isConflict(Throwable e) {
        if (e instanceof SQLException sql && CONFLICTS.contains(String.valueOf(sql.getSQLState()))) return true;
        return e.getCause() != null && isConflict(e.getCause());
    }

    /** The driver's message stays in the cause: it may quote what was to be stored. */
    private static StoreException failed(JdbiException e) {
        return new StoreException("the database did not do what was asked (" + state(e) + ")", e);
    }

    private static String state(Throwable e) {
        if (e instanceof SQLException sql) return "SQLSTATE " + sql.getSQLState();
        return e.getCause() == null ? e.getClass().getSimpleName() : state(e.getCause());
    }
}
