package io.fairlead.adapters.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps H2's file from growing without end. Every commit appends the pages it touched, and what it leaves behind is freed
 * only when nothing of an older commit is alive; H2 gathers such remnants in a thread of its own, but not when commits
 * are written at once. So the writers do it, a little at a time.
 */
final class H2Upkeep implements Runnable {
    private static final int COMMITS_BETWEEN = 64;

    /** Remnants are gathered while less than this share of what was written, in percent, is alive. */
    private static final int FILL_RATE = 70;

    /** At most so much is rewritten at once, because other commits wait meanwhile: 10 to 20 ms. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(H2Upkeep.class);

    private final DataSource dataSource;
    private final AtomicLong commits = new AtomicLong();

    H2Upkeep(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void run() {
        if (commits.incrementAndGet() % COMMITS_BETWEEN == 0) gather();
    }

    private void gather() {
        try (Connection connection = dataSource.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVStore store = session.getDatabase().getStore().getMvStore();
            store.compact(FILL_RATE, MOST_BYTES);
        } catch (SQLException | RuntimeException e) {
            // The work whose commit led here is done and safe; the next round tries again.
            LOG.warn("H2's file could not be tidied: {}", e.getMessage());
        }
    }
}
