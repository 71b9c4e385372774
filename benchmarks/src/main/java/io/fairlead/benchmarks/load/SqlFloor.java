package io.fairlead.benchmarks.load;

import io.fairlead.adapters.persistence.database.DatabaseKind;
import io.fairlead.adapters.persistence.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Plays the score of a registration on a connection of its own, statement by statement, prepared once. Every write that
 * changed a row when it was heard must change one now: a floor that does nothing would be no floor.
 */
final class SqlFloor implements Work {
    private final Connection connection;
    private final StatementScore score;
    private final Supplier<Optional<String>> devices;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** @param devices whose rows are as those of the score's device were */
    SqlFloor(DatabaseSettings database, StatementScore score, Supplier<Optional<String>> devices) {
        this.score = score;
        this.devices = devices;
        Properties entry = new Properties();
        entry.setProperty("user", database.user());
        entry.setProperty("password", database.password());
        // The log has texts: PostgreSQL shall see for itself what type a place wants.
        entry.setProperty("stringtype", "unspecified");
        try {
            this.connection = DriverManager.getConnection(database.url(), entry);
            try (Statement statement = connection.createStatement()) {
                statement.execute(DatabaseKind.POSTGRESQL_SESSION);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean once() throws SQLException {
        Optional<String> device = devices.get();
        if (device.isPresent()) {
            Map<String, String> replacements = score.replacements(device.get());
            for (StatementScore.Transaction transaction : score.transactions()) {
                play(transaction, replacements);
            }
        }
        return device.isPresent();
    }

    private void play(StatementScore.Transaction transaction, Map<String, String> replacements) throws SQLException {
        connection.setAutoCommit(!transaction.explicit());
        List<LoggedStatement> statements = transaction.statements();
        for (int index = 0; index < statements.size(); index++) {
            boolean effective = play(statements.get(index), replacements);
            if (!effective && !isFollowedByInsert(statements, index)) {
                throw new IllegalStateException("this write of the floor changes nothing: %s, in%n%s"
                        .formatted(statements.get(index), score.text()));
            }
        }
        if (transaction.explicit()) {
            connection.commit();
        }
    }

    /** An update that finds no row, and for that reason an insert after it. */
    private static boolean isFollowedByInsert(List<LoggedStatement> statements, int index) {
        return index + 1 < statements.size()
                && statements.get(index).target().isPresent()
                && statements
                        .get(index)
                        .target()
                        .equals(statements.get(index + 1).target());
    }

    /** Whether it did something: a write that changes no row does not. */
    private boolean play(LoggedStatement logged, Map<String, String> replacements) throws SQLException {
        PreparedStatement statement = prepare(logged.jdbc());
        List<String> parameters = logged.parameters();
        for (int index = 0; index < parameters.size(); index++) {
            statement.setString(index + 1, replaced(parameters.get(index), replacements));
        }
        if (statement.execute()) {
            drain(statement);
            return true;
        }
        return !logged.isWrite() || statement.getUpdateCount() > 0;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    private static void drain(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
        }
    }

    private static String replaced(String parameter, Map<String, String> replacements) {
        if (parameter == null) {
            return null;
        }
        String result = parameter;
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            if (result.contains(replacement.getKey())) {
                result = result.replace(replacement.getKey(), replacement.getValue());
            }
        }
        return result;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
