package io.fairlead.adapters.persistence.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure that the database is the product and version that this program was tested with. */
final class ProductVersion {
    /** Of H2 the compiler copies these constants, so this is the version at build time whatever is loaded now. */
    private static final String BUILT_WITH_H2 =
            Constants.VERSION_MAJOR + "." + Constants.VERSION_MINOR + "." + Constants.BUILD_ID;

    private static final int OLDEST_POSTGRESQL = 13;
    private static final Logger LOG = LoggerFactory.getLogger(ProductVersion.class);

    private ProductVersion() {}

    static void check(DatabaseKind kind, Connection connection) throws SQLException {
        if (kind == DatabaseKind.H2) checkH2(connection.getMetaData().getDatabaseProductVersion());
        else checkServer(connection);
    }

    /** An application server may bring an older H2 and load that one first. */
    static void checkH2(String loaded) {
        if (!loaded.startsWith(BUILT_WITH_H2 + " ")) {
            throw new DatabaseUnusable("the program was built with H2 " + BUILT_WITH_H2 + " but runs with " + loaded
                    + ": let the application's own libraries go first (class-loader delegate=false)");
        }
    }

    private static void checkServer(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_POSTGRESQL) {
            throw new DatabaseUnusable(
                    "PostgreSQL " + major + " is too old: use version " + OLDEST_POSTGRESQL + " or newer");
        }
        warnUnlessDurable(connection);
    }

    private static void warnUnlessDurable(Connection connection) throws SQLException {
        String sql = "select current_setting('fsync'), current_setting('synchronous_commit')";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            if (row.getString(1).equals("off") || row.getString(2).equals("off")) {
                LOG.warn(
                        "PostgreSQL has fsync={} and synchronous_commit={}: what it confirms can be lost in a power cut",
                        row.getString(1),
                        row.getString(2));
            }
        }
    }
}
