package io.fairlead.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** Hears every statement that PostgreSQL executes for a while, from its own log. */
final class StatementLog {
    private static final int SETTLING_MILLIS = 700;

    private final DataSource database;
    private final Path file;

    StatementLog(DataSource database, Path file) {
        this.database = database;
        this.file = file;
    }

    /** What is done while PostgreSQL tells. */
    interface Act {
        void run() throws Exception;
    }

    /** The log while the act ran; an entry begins with the backend's process id and a tilde, or goes on with the line before. */
    List<String> during(Act act) {
        try {
            set("log_line_prefix", "'%p~'");
            set("log_statement", "'all'");
            reload();
            int begin = Files.readAllBytes(file).length;
            act.run();
            set("log_statement", "'none'");
            reload();
            byte[] all = Files.readAllBytes(file);
            return new String(Arrays.copyOfRange(all, begin, all.length), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException("the statements of a registration cannot be heard", e);
        }
    }

    private void set(String setting, String value) throws SQLException {
        execute("alter system set " + setting + " = " + value);
    }

    /** Waits until all backends have noticed. */
    private void reload() throws SQLException, InterruptedException {
        execute("select pg_reload_conf()");
        Thread.sleep(SETTLING_MILLIS);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
