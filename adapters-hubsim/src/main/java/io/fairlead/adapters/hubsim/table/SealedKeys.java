package io.fairlead.adapters.hubsim.table;

import io.fairlead.adapters.sealing.BrokenSeal;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.application.port.SealedSecrets;
import io.fairlead.application.port.StoreException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The keys of the devices on simulated hubs, to be brought under another key. A place is {@code device/hub}. */
public final class SealedKeys implements SealedSecrets {
    private static final int ROWS = 500;
    private static final String SELECT = """
            select device_id, hub, keys from hubsim.device
             where device_id > :device or device_id = :device and hub > :hub
             order by device_id, hub
             fetch first :rows rows only
            """;
    private static final String REPLACE = """
            update hubsim.device set keys = :renewed where device_id = :device and hub = :hub and keys = :keys
            """;

    private final Jdbi jdbi;
    private final Sealing sealing;

    public SealedKeys(DataSource dataSource, Sealing sealing) {
        this.jdbi = Jdbi.create(dataSource);
        this.sealing = sealing;
    }

    private record Row(String device, String hub, Optional<String> keys) {
        String place() {
            return device + "/" + hub;
        }
    }

    @Override
    public Stretch renew(Optional<String> after) {
        try {
            return jdbi.inTransaction(handle -> renew(handle, after.orElse("/")));
        } catch (BrokenSeal e) {
            throw new StoreException(e.getMessage(), e);
        }
    }

    private Stretch renew(Handle handle, String after) {
        List<Row> rows = rows(handle, after);
        PreparedBatch batch = handle.prepareBatch(REPLACE);
        rows.forEach(row -> row.keys()
                .filter(sealing::isOutdated)
                .ifPresent(keys -> batch.bind(
                                "renewed",
                                DeviceTable.seal(sealing, row.hub(), row.device())
                                        .renew("keys", keys))
                        .bind("device", row.device())
                        .bind("hub", row.hub())
                        .bind("keys", keys)
                        .add()));
        int renewed = batch.size();
        if (renewed > 0) batch.execute();
        return new Stretch(
                rows.size(),
                renewed,
                rows.size() < ROWS
                        ? Optional.empty()
                        : Optional.of(rows.get(ROWS - 1).place()));
    }

    /** A device id may hold many characters, a hub's name no slash. */
    private static List<Row> rows(Handle handle, String after) {
        int slash = after.lastIndexOf('/');
        return handle.createQuery(SELECT)
                .bind("device", after.substring(0, Math.max(0, slash)))
                .bind("hub", after.substring(slash + 1))
                .bind("rows", ROWS)
                .map((row, context) -> new Row(
                        row.getString("device_id"), row.getString("hub"), Optional.ofNullable(row.getString("keys"))))
                .list();
    }
}
