package io.fairlead.benchmarks.kill;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Judges from the hubs' own change log whether a device was ever enabled on two hubs at once, and whether the log is
 * whole. Each look reads on from where the last one ended.
 */
final class ChangeLogJudge {
    /** A change carries the time at which its transaction began, so a late one may look older. */
    private static final int OVERLAP_SECONDS = 60;

    private final Violations violations;
    private final Map<String, Seen> devices = new HashMap<>();
    private OffsetDateTime since = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    /** What has been read about one device. */
    private static final class Seen {
        private long number;
        private final Set<String> enabledOn = new HashSet<>();
    }

    private record Change(String device, long number, String hub, String kind, boolean enabled, OffsetDateTime at) {}

    ChangeLogJudge(Violations violations) {
        this.violations = violations;
    }

    void look(DataSource database) {
        Sql.snapshot(database, this::read);
    }

    private Void read(Connection connection) throws SQLException {
        OffsetDateTime newest = since;
        for (Change change : Sql.rows(
                connection,
                """
                select device_id, number, hub, kind, enabled, changed_at from hubsim.device_change
                where changed_at >= ? order by device_id, number
                """,
                row -> new Change(
                        row.getString("device_id"),
                        row.getLong("number"),
                        row.getString("hub"),
                        row.getString("kind"),
                        row.getBoolean("enabled"),
                        row.getObject("changed_at", OffsetDateTime.class)),
                since.minusSeconds(OVERLAP_SECONDS))) {
            hear(change);
            newest = change.at().isAfter(newest) ? change.at() : newest;
        }
        since = newest;
        return null;
    }

    private void hear(Change change) {
        Seen seen = devices.computeIfAbsent(change.device(), device -> new Seen());
        if (change.number() <= seen.number) {
            return;
        }
        violations.require(
                change.number() == seen.number + 1, "the change log of " + change.device() + " misses a line");
        seen.number = change.number();
        if (!change.enabled()) {
            seen.enabledOn.remove(change.hub());
        } else if (seen.enabledOn.add(change.hub()) && seen.enabledOn.size() > 1) {
            violations.add("I2: %s was enabled on %s at once, by change %d (%s at %s)"
                    .formatted(change.device(), seen.enabledOn, change.number(), change.kind(), change.hub()));
        }
    }
}
