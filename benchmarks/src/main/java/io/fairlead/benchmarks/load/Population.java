package io.fairlead.benchmarks.load;

import io.fairlead.adapters.sealing.Sealing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Rows by the million: copies of rows that the service has made, with another device's id in them. */
final class Population {
    /** What registering leaves behind; entries are not among it. */
    private static final List<String> TRACES = List.of(
            "fairlead.registrations",
            "fairlead.operations",
            "fairlead.snapshots",
            "fairlead.hub_duties",
            "fairlead.audit_entries",
            "hubsim.device",
            "hubsim.device_change");

    private static final int STATISTICS_MILLIS = 11_000;

    private final DataSource database;
    private final Sealing sealing;

    Population(DataSource database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /** The id of a device of a population. */
    static String id(String prefix, int number) {
        return "%s-%07d".formatted(prefix, number);
    }

    /** Copies the rows of one device for the devices of a population, from one number up to before another. */
    void copy(String table, String device, String prefix, int from, int to) {
        use(statement -> {
            List<String> names = new ArrayList<>();
            List<String> values = new ArrayList<>();
            columns(statement, table, names, values, device);
            String key = names.contains("device_id")
                    ? "device_id"
                    : names.contains("registration_id") ? "registration_id" : "id";
            statement.execute("""
                    insert into %1$s (%2$s)
                    select %3$s from %1$s cross join lateral
                        (select '%4$s-' || lpad(n::text, 7, '0') as other from generate_series(%5$d, %6$d) as n) as others
                    where %7$s = '%8$s'
                    """.formatted(
                    table, String.join(", ", names), String.join(", ", values), prefix, from, to - 1, key, device));
            return null;
        });
    }

    /** Copies an entry as often; each copy's keys are encrypted for its own row, so that the service can read them. */
    void copyEntries(String device, String prefix, int from, int to) {
        use(statement -> {
            SealedCopies copies = new SealedCopies(statement.getConnection(), sealing, device);
            copies.write(prefix, from, to);
            return null;
        });
    }

    private static void columns(
            Statement statement, String table, List<String> names, List<String> values, String device)
            throws SQLException {
        String[] parts = table.split("\\.");
        try (ResultSet columns = statement.executeQuery(
                "select column_name, data_type from information_schema.columns where table_schema = '%s' and table_name = '%s'"
                        .formatted(parts[0], parts[1]))) {
            while (columns.next()) {
                String name = columns.getString(1);
                boolean text = columns.getString(2).startsWith("character")
                        || columns.getString(2).equals("text");
                names.add(name);
                values.add(text ? "replace(%s, '%s', other)".formatted(name, device) : name);
            }
        }
    }

    /** All rows of a device as one text, to see which ids it had. */
    String rowsOf(String device) {
        StringBuilder all = new StringBuilder();
        for (String table : TRACES) {
            all.append(text("select string_agg(t::text, ' ') from %s as t where t::text like '%%%s%%'"
                    .formatted(table, device)));
        }
        return all.toString();
    }

    /** Removes the entries of a population. */
    void removeEntries(String prefix) {
        use(statement -> statement.execute("delete from fairlead.enrollments where id like '" + prefix + "-%'"));
    }

    /** Removes what registering has left behind: all devices are as if they had never called. */
    void forgetDevices() {
        use(statement -> statement.execute("truncate " + String.join(", ", TRACES)));
    }

    void analyze() {
        use(statement -> statement.execute("vacuum analyze"));
    }

    /** How many rows have been written since the server began to count. Waits: an idle backend tells its counts late. */
    long writes() {
        try {
            Thread.sleep(STATISTICS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Long.parseLong(
                text(
                        "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables where schemaname in ('fairlead', 'hubsim')"));
    }

    /** By table, of those that were read from end to end though there were more than a thousand rows to skip. */
    String wholeTableReads() {
        return text("select coalesce(string_agg(relname || ' ' || seq_scan, ', '), 'none') from pg_stat_user_tables"
                + " where schemaname in ('fairlead', 'hubsim') and seq_tup_read > 1000 * seq_scan and seq_scan > 20");
    }

    /** How many operations and duties are still to be worked on. */
    long unfinished() {
        return Long.parseLong(
                text(
                        "select (select count(*) from fairlead.operations where status = 'RUNNING') + (select count(*) from fairlead.hub_duties)"));
    }

    String text(String sql) {
        return use(statement -> {
            try (ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    private interface Act<T> {
        T on(Statement statement) throws SQLException;
    }

    private <T> T use(Act<T> act) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, 0);
            return act.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
