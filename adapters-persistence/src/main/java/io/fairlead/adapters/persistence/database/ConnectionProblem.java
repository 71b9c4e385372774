package io.fairlead.adapters.persistence.database;

import java.sql.SQLException;
import java.util.Map;
import org.h2.api.ErrorCode;

/** Turns what a driver says when it cannot connect into one line that says what to do. */
final class ConnectionProblem {
    private static final Map<Integer, String> OF_H2 = Map.of(
            ErrorCode.DATABASE_ALREADY_OPEN_1,
            "is in use by another process: stop that one, or use PostgreSQL to run several",
            ErrorCode.FILE_VERSION_ERROR_1,
            "was written by another version of H2: start the version of Fairlead that wrote it",
            ErrorCode.WRONG_USER_OR_PASSWORD,
            "refuses the user or the password: use those that it was made with",
            ErrorCode.FILE_CORRUPTED_1,
            "is damaged: restore its file from a backup",
            ErrorCode.FILE_CREATION_FAILED_1,
            "cannot be created: its directory must exist and be writable");

    private static final Map<String, String> OF_POSTGRESQL = Map.of(
            "28P01", "refuses the password",
            "28000", "refuses the user",
            "3D000", "does not exist: create it",
            "53300", "has no connection left: raise max_connections or lower the number each node keeps");

    private ConnectionProblem() {}

    static DatabaseUnusable explain(DatabaseSettings settings, SQLException e) {
        String known = DatabaseKind.of(settings.url()) == DatabaseKind.H2
                ? OF_H2.get(e.getErrorCode())
                : OF_POSTGRESQL.get(e.getSQLState());
        String what = known != null ? known : "cannot be opened: " + firstLine(e.getMessage());
        return new DatabaseUnusable("the database " + JdbcUrl.shown(settings.url()) + " " + what, e);
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("no reason was given");
    }
}
