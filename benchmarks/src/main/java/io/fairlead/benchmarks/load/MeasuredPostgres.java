package io.fairlead.benchmarks.load;

import io.fairlead.adapters.persistence.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A PostgreSQL of this process whose commits wait for the disk, and whose log is a file that can be read. */
final class MeasuredPostgres implements AutoCloseable {
    private static final String LOG = "postgresql.log";

    private final EmbeddedPostgres server;
    private final Path log;

    MeasuredPostgres(Path logDirectory) {
        log = logDirectory.resolve(LOG);
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_directory", logDirectory.toString())
                    .setServerConfig("log_filename", LOG)
                    .setServerConfig("log_file_mode", "0666")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DatabaseSettings settings() {
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
        return DatabaseSettings.of(url, "postgres", "");
    }

    /** What PostgreSQL says about its work. */
    Path log() {
        return log;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
