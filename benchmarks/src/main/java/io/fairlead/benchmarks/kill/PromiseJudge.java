package io.fairlead.benchmarks.kill;

import io.fairlead.domain.reprovisioning.PlanKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Looks up every operation that a device was told of: none may be lost, each ended must be in the audit log once. */
final class PromiseJudge {
    private static final Set<String> DECISIONS =
            Arrays.stream(PlanKind.values()).map(Enum::name).collect(Collectors.toSet());
    private static final Set<String> OTHER_DECISIONS = Set.of("KEPT", "REFUSED");
    private static final Set<String> REMOVALS = Set.of("REMOVE_SOURCE", "DISCARD_SOURCE");
    private static final Set<String> MOVES = Set.of("MOVE_KEEPING_DATA", "MOVE_RESETTING_DATA");

    private final Violations violations;
    private int judged;

    PromiseJudge(Violations violations) {
        this.violations = violations;
    }

    /** How many operations it has judged. */
    int judged() {
        return judged;
    }

    /** Judges what a device was promised, and forgets it. */
    void judge(FleetDevice device, DataSource database) {
        Sql.snapshot(database, connection -> {
            for (String operation : device.promises()) {
                judge(connection, device, operation);
            }
            return null;
        });
        judged += device.promises().size();
        device.promises().clear();
    }

    private void judge(Connection connection, FleetDevice device, String operation) throws SQLException {
        List<String> status = Sql.rows(
                connection, "select status from fairlead.operations where id = ?", row -> row.getString(1), operation);
        if (status.isEmpty()) {
            violations.add("operation %s of %s was answered and is gone".formatted(operation, device.id()));
            return;
        }
        List<String> audit = Sql.rows(
                connection,
                "select decision from fairlead.audit_entries where subject = ? and entry like ?",
                row -> row.getString(1),
                device.id(),
                "%" + operation + "%");
        violations.require(
                isAudited(status.get(0), audit),
                "I7: operation %s of %s ended %s, its audit says %s"
                        .formatted(operation, device.id(), status.get(0), audit));
    }

    private static boolean isAudited(String status, List<String> audit) {
        long decisions = audit.stream()
                .filter(it -> DECISIONS.contains(it) || OTHER_DECISIONS.contains(it))
                .count();
        if (!status.equals("ASSIGNED")) {
            return decisions >= 1;
        }
        long removals = audit.stream().filter(REMOVALS::contains).count();
        return decisions == 1
                && removals == audit.stream().filter(MOVES::contains).count();
    }
}
