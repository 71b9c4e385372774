package io.fairlead.adapters.persistence.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.h2.engine.Constants;

/** The database products that Fairlead runs on. One SQL serves both; what differs is asked by this kind. */
public enum DatabaseKind {
    /** In this process, in a file or in memory. */
    H2("jdbc:h2:", "org.h2.Driver"),
    /** A server, shared by any number of nodes. */
    POSTGRESQL("jdbc:postgresql:", "org.postgresql.Driver");

    /**
     * How each session on PostgreSQL is set up. A node that freezes inside a transaction loses it, and with it the locks
     * on its device. Every statement finds its rows by a key; a plan that was made while a table was nearly empty is kept
     * with the prepared statement and would go on reading the whole table when it has grown.
     */
    public static final String POSTGRESQL_SESSION =
            "set lock_timeout = '10s'; " + "set idle_in_transaction_session_timeout = '30s'; set enable_seqscan = off";

    private final String urlPrefix;
    private final String driver;

    DatabaseKind(String urlPrefix, String driver) {
        this.urlPrefix = urlPrefix;
        this.driver = driver;
    }

    /**
     * The product that a JDBC URL speaks of.
     *
     * @throws DatabaseUnusable when it is none of these
     */
    public static DatabaseKind of(String url) {
        return Arrays.stream(values())
                .filter(kind -> url.startsWith(kind.urlPrefix))
                .findFirst()
                .orElseThrow(() -> new DatabaseUnusable(
                        "the database URL '" + JdbcUrl.shown(url) + "' is neither jdbc:h2:… nor jdbc:postgresql:…"));
    }

    /** A short name for thread names and folders. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By class name: inside a web application the registry of drivers does not find what the application brings. */
    String driver() {
        return driver;
    }

    /**
     * Lets the transaction that has just begun see one state of all tables until it ends.
     *
     * @param connection not in auto-commit mode, no statement run yet; taken from {@link Database#dataSource()}, which
     *     undoes this when it gets it back
     */
    public void fixSnapshot(Connection connection) throws SQLException {
        if (this == H2) {
            connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
            return;
        }
        // Sent together with BEGIN. The JDBC way would change the session, and back, in round trips of their own.
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }

    Connection connect(String url, DatabaseSettings settings) throws SQLException {
        Properties entry = new Properties();
        entry.setProperty("user", settings.user());
        entry.setProperty("password", settings.password());
        return loadDriver().connect(url, entry);
    }

    private Driver loadDriver() {
        try {
            return (Driver) Class.forName(driver).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the driver " + driver + " is not in the program", e);
        }
    }
}
