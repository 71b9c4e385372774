package io.fairlead.adapters.persistence.testing;

import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server of this process, on a free port of the loopback, with its data in a temporary directory. Ends with
 * {@link #close()} or with the process. Runs as root too.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {
    /** Whether a commit waits for the disk. */
    public enum Durability {
        /** As in production: for whatever kills processes or measures. */
        DURABLE("on"),
        /** For tests of what is stored, where nothing is lost that matters. */
        FAST("off");

        private final String setting;

        Durability(String setting) {
            this.setting = setting;
        }
    }

    private static EmbeddedPostgresServer shared;

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private EmbeddedPostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server of the caller's own: 1 to 5 s. */
    public static EmbeddedPostgresServer start(Durability durability) {
        try {
            return new EmbeddedPostgresServer(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", durability.setting)
                    .setServerConfig("synchronous_commit", durability.setting)
                    .setServerConfig("full_page_writes", durability.setting)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
        }
    }

    /** The one server that all tests of this process share, {@link Durability#FAST}; nobody closes it. */
    public static synchronized EmbeddedPostgresServer shared() {
        if (shared == null) shared = start(Durability.FAST);
        return shared;
    }

    /** An empty database with a name of its own, entered as its owner. */
    public DatabaseSettings newDatabase() {
        String name = "test_" + databases.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded PostgreSQL makes no database", e);
        }
        return DatabaseSettings.of("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name, "postgres", "");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not end", e);
        }
    }
}
