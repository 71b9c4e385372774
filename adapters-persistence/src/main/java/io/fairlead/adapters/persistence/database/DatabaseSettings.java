package io.fairlead.adapters.persistence.database;

import java.nio.file.Path;

/**
 * Where the database is and how it is entered.
 *
 * @param url a JDBC URL for H2 ({@code jdbc:h2:file:/path} or {@code jdbc:h2:mem:name}) or PostgreSQL
 * @param password printed as {@code ***}
 * @param connections how many are kept open, 1 to 1000; as many transactions can run at once on this node
 */
public record DatabaseSettings(String url, String user, String password, int connections) {
    /** Enough to keep the disk of a database busy from two to eight cores. */
    public static final int USUAL_CONNECTIONS = 16;

    public DatabaseSettings {
        if (connections < 1 || connections > 1000) {
            throw new IllegalArgumentException("a node keeps 1 to 1000 database connections, not " + connections);
        }
    }

    public static DatabaseSettings of(String url, String user, String password) {
        return new DatabaseSettings(url, user, password, USUAL_CONNECTIONS);
    }

    /** The embedded database in a file of this directory. */
    public static DatabaseSettings embedded(Path directory) {
        return of("jdbc:h2:file:" + directory.toAbsolutePath().resolve("fairlead"), "fairlead", "");
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + JdbcUrl.shown(url) + ", user=" + user + ", password=***, connections="
                + connections + "]";
    }
}
