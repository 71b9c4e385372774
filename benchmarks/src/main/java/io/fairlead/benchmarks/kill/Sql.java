package io.fairlead.benchmarks.kill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Queries without ceremony. A failing database ends the campaign. */
final class Sql {
    /** What reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done on one connection. */
    @FunctionalInterface
    interface Act<T> {
        T on(Connection connection) throws SQLException;
    }

    private Sql() {}

    /** In one transaction that sees one state of the database. */
    static <T> T snapshot(DataSource database, Act<T> act) {
        return transaction(database, Connection.TRANSACTION_REPEATABLE_READ, act);
    }

    static <T> T transaction(DataSource database, Act<T> act) {
        return transaction(database, Connection.TRANSACTION_READ_COMMITTED, act);
    }

    private static <T> T transaction(DataSource database, int isolation, Act<T> act) {
        try (Connection connection = database.getConnection()) {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            T result = act.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer the campaign", e);
        }
    }

    static <T> List<T> rows(Connection connection, String sql, Row<T> reader, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < arguments.length; index++) {
                statement.setObject(index + 1, arguments[index]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        }
    }
}
