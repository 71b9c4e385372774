package io.fairlead.benchmarks.kill;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.benchmarks.kill.Observation.DeviceRecord;
import io.fairlead.benchmarks.kill.Observation.HubCopy;
import io.fairlead.benchmarks.kill.Observation.Owed;
import io.fairlead.benchmarks.kill.Observation.Unfinished;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Reads an {@link Observation}, by SQL of its own: the stores under trial are no witness. */
final class ObservationQuery {
    private ObservationQuery() {}

    /** One snapshot, also while servers write. */
    static Observation in(DataSource database) {
        return Sql.snapshot(
                database,
                connection -> new Observation(
                        records(connection), copies(connection), unfinished(connection), duties(connection)));
    }

    private static Map<String, DeviceRecord> records(Connection connection) throws SQLException {
        return Sql.rows(
                        connection,
                        "select id, hub, incarnation, running_operation, last_operation from fairlead.registrations",
                        row -> new DeviceRecord(
                                row.getString("id"),
                                text(row, "hub"),
                                text(row, "incarnation"),
                                text(row, "running_operation"),
                                text(row, "last_operation")))
                .stream()
                .collect(toMap(DeviceRecord::id, Function.identity()));
    }

    private static Map<String, List<HubCopy>> copies(Connection connection) throws SQLException {
        return Sql.rows(
                        connection,
                        "select device_id, hub, incarnation, enabled, desired, reported from hubsim.device",
                        row -> new HubCopy(
                                row.getString("device_id"),
                                row.getString("hub"),
                                row.getString("incarnation"),
                                row.getBoolean("enabled"),
                                TwinMark.of(row.getString("desired"), row.getString("reported"))))
                .stream()
                .collect(groupingBy(HubCopy::device));
    }

    private static List<Unfinished> unfinished(Connection connection) throws SQLException {
        return Sql.rows(
                connection,
                "select id, registration_id, fence, node, progress from fairlead.operations where status = 'RUNNING'",
                row -> unfinished(row, text(row, "progress").map(ObservationQuery::members)));
    }

    private static Unfinished unfinished(ResultSet row, Optional<JsonMembers> progress) throws SQLException {
        Optional<JsonMembers> plan = progress.flatMap(members -> members.object("plan"));
        return new Unfinished(
                row.getString("id"),
                row.getString("registration_id"),
                row.getLong("fence"),
                row.getString("node"),
                plan.flatMap(members -> members.text("kind")),
                progress.map(ObservationQuery::next),
                plan.flatMap(members -> members.object("source")).flatMap(members -> members.text("hub")));
    }

    private static String next(JsonMembers progress) {
        int cursor = progress.whole("cursor").orElseThrow().intValue();
        if (progress.has("givingUp")) {
            return "UNDO";
        }
        String kind = progress.object("plan").orElseThrow().text("kind").orElseThrow();
        List<HubStep> steps = PlanKind.valueOf(kind).steps();
        return cursor < steps.size() ? steps.get(cursor).name() : "END";
    }

    private static Map<String, List<Owed>> duties(Connection connection) throws SQLException {
        record Row(String device, Owed owed) {}
        return Sql.rows(
                        connection,
                        "select registration_id, duty from fairlead.hub_duties",
                        row -> new Row(row.getString("registration_id"), owed(row.getString("duty"))))
                .stream()
                .collect(groupingBy(Row::device, mapping(Row::owed, toList())));
    }

    private static Owed owed(String duty) {
        return new Owed(members(duty).text("kind").orElseThrow(), duty);
    }

    private static JsonMembers members(String json) {
        return JsonText.parseObject(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
