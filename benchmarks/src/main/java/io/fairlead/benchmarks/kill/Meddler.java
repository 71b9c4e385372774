package io.fairlead.benchmarks.kill;

import io.fairlead.application.port.HubException;
import io.fairlead.benchmarks.kill.Observation.Unfinished;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * Interferes with moves whose server has just died, before anybody goes on with them: this is what the looks at the old
 * hub are for. An operation is meddled with only while its row is locked and its lease holds, so that nobody resumes it
 * in between; what a hub's user does at any other moment could break the rules without the service's fault.
 */
final class Meddler {
    private static final double WRITES = 0.35;
    private static final double ENABLES = 0.2;
    private static final double BANS = 0.07;

    /** The steps between the quiescing of the old hub and the second look at it. */
    private static final Set<String> HELD =
            Set.of(HubStep.SNAPSHOT.name(), HubStep.CREATE.name(), HubStep.VERIFY.name(), HubStep.LOOK_AGAIN.name());

    private static final String HOLD_LEASED = """
            select id from fairlead.operations
            where id = ? and fence = ? and status = 'RUNNING' and due_at > current_timestamp + interval '1' second
            for update
            """;
    private static final String HOLD =
            "select id from fairlead.operations where id = ? and fence = ? and status = 'RUNNING' for update";

    private final DataSource database;
    private final boolean othersLive;
    private final Violations counts;

    /** @param othersLive whether another server would resume an operation whose lease ends */
    Meddler(DataSource database, boolean othersLive, Violations counts) {
        this.database = database;
        this.othersLive = othersLive;
        this.counts = counts;
    }

    void meddle(List<Unfinished> operations, Map<String, FleetDevice> devices, HubUsers users, RandomGenerator random) {
        for (Unfinished operation : operations) {
            FleetDevice device = devices.get(operation.device());
            if (device != null && device.settled().isPresent() && isMove(operation) && !device.isBanned()) {
                Sql.transaction(database, connection -> {
                    if (isHeld(connection, operation)) {
                        meddle(operation, device, users, random.nextDouble());
                    }
                    return null;
                });
            }
        }
    }

    private boolean isHeld(Connection connection, Unfinished operation) throws SQLException {
        String sql = othersLive ? HOLD_LEASED : HOLD;
        return !Sql.rows(connection, sql, row -> row.getString(1), operation.id(), operation.fence())
                .isEmpty();
    }

    private void meddle(Unfinished operation, FleetDevice device, HubUsers users, double dice) {
        String source = operation.source().orElseThrow();
        try {
            if (dice < WRITES && device.isMigrating()) {
                users.write(device, source);
                counts.remark("the back end wrote in the middle of a move");
            } else if (dice >= WRITES && dice < WRITES + ENABLES && HELD.contains(operation.step())) {
                users.enable(device, source);
                counts.remark("an operator enabled a device in the middle of its move");
            } else if (dice > 1 - BANS) {
                users.ban(device, source);
                counts.remark("an operator banned a device in the middle of its move");
            }
        } catch (HubException e) {
            if (!HubUsers.isGone(e)) {
                throw e;
            }
        }
    }

    private static boolean isMove(Unfinished operation) {
        return operation.plan().map(PlanKind::valueOf).filter(PlanKind::isMove).isPresent();
    }
}
