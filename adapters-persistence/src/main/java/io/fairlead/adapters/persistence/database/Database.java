package io.fairlead.adapters.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.adapters.persistence.fsync.FsyncFilePath;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The open database of this node: a pool of connections that are entered, checked and ready. Thread-safe. */
public final class Database implements AutoCloseable {
    private final DatabaseKind kind;
    private final HikariDataSource pool;
    private final Runnable upkeep;

    private Database(DatabaseKind kind, HikariDataSource pool) {
        this.kind = kind;
        this.pool = pool;
        this.upkeep = kind == DatabaseKind.H2 ? new H2Upkeep(pool) : () -> {};
    }

    /**
     * Opens the database and makes sure that it is one that Fairlead knows.
     *
     * @throws DatabaseUnusable when it cannot be reached or entered, is in use by another process, or is of a version
     *     that this program cannot use
     */
    public static Database open(DatabaseSettings settings) {
        DatabaseKind kind = DatabaseKind.of(settings.url());
        String url = kind == DatabaseKind.H2 ? H2Url.complete(settings.url()) : settings.url();
        FsyncFilePath.register();
        // The first connection goes past the pool, which would try again for seconds where trying again is no use.
        try (Connection first = kind.connect(url, settings)) {
            ProductVersion.check(kind, first);
            if (kind == DatabaseKind.H2) {
                LeftoverTransactions.end(first);
            }
            return new Database(kind, new HikariDataSource(ConnectionPool.config(kind, url, settings)));
        } catch (SQLException e) {
            throw ConnectionProblem.explain(settings, e);
        }
    }

    public DatabaseKind kind() {
        return kind;
    }

    /** Connections in auto-commit mode at READ COMMITTED. Closing this database closes it. */
    public DataSource dataSource() {
        return pool;
    }

    /** How many connections are handed out now. */
    public int connectionsInUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** To be called after writing: does the embedded database's housekeeping when some has piled up. */
    public void written() {
        upkeep.run();
    }

    /** Closes all connections, and with the last one the embedded database. May be repeated. */
    @Override
    public void close() {
        pool.close();
    }
}
