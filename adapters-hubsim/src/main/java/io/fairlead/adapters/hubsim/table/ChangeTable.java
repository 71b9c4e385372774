package io.fairlead.adapters.hubsim.table;

import io.fairlead.adapters.hubsim.device.DeviceChange;
import io.fairlead.adapters.hubsim.device.SimulatedDevice;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of table {@code hubsim.device_change}: only ever added and read. */
final class ChangeTable {
    /**
     * The next number is taken where it is written: of two transactions that take the same one, the second waits for the
     * first, fails on the key and has to run again. So numbers are in the order of commits, and no counter is shared.
     */
    private static final String APPEND = """
            insert into hubsim.device_change (device_id, number, hub, kind, enabled, incarnation, changed_at)
            values (:device,
                    (select coalesce(max(number), 0) + 1 from hubsim.device_change where device_id = :device),
                    :hub, :kind, :enabled, :incarnation, current_timestamp)
            """;

    private static final String COLUMNS =
            "select device_id, number, hub, kind, enabled, incarnation, changed_at from hubsim.device_change";

    private ChangeTable() {}

    static void append(Handle handle, DeviceChange.Kind kind, SimulatedDevice device) {
        boolean enabled =
                kind != DeviceChange.Kind.DELETED && device.state().status().enabled();
        handle.createUpdate(APPEND)
                .bind("device", device.key().device().value())
                .bind("hub", device.key().hub().value())
                .bind("kind", kind.name())
                .bind("enabled", enabled)
                .bind("incarnation", device.age().incarnation())
                .execute();
    }

    static List<DeviceChange> of(Handle handle, DeviceId device) {
        return handle.createQuery(COLUMNS + " where device_id = :device order by number")
                .bind("device", device.value())
                .map(ChangeTable::change)
                .list();
    }

    /** All changes, device by device, each device's by number. */
    static void all(Handle handle, Consumer<DeviceChange> listener) {
        handle.createQuery(COLUMNS + " order by device_id, number")
                .setFetchSize(1000)
                .map(ChangeTable::change)
                .forEach(listener);
    }

    private static DeviceChange change(ResultSet row, StatementContext context) throws SQLException {
        return new DeviceChange(
                new HubDeviceKey(new HubName(row.getString("hub")), new DeviceId(row.getString("device_id"))),
                row.getLong("number"),
                DeviceChange.Kind.valueOf(row.getString("kind")),
                row.getBoolean("enabled"),
                row.getString("incarnation"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
