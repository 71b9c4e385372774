package io.fairlead.application.fake;

import io.fairlead.application.port.SnapshotStore;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.StoredSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Snapshots in a table, with an index by device and time. */
final class InMemorySnapshotStore implements SnapshotStore {
    private final Table<StoredSnapshot> rows;
    private final Table<StoredSnapshot> byDevice;

    InMemorySnapshotStore(Tables tables) {
        this.rows = tables.snapshots();
        this.byDevice = tables.snapshotsOf();
    }

    @Override
    public void keep(StoredSnapshot snapshot) {
        find(snapshot.operation()).ifPresent(this::drop);
        rows.put(snapshot.operation().value(), snapshot);
        byDevice.put(deviceKey(snapshot), snapshot);
    }

    @Override
    public Optional<StoredSnapshot> find(OperationId operation) {
        return rows.find(operation.value());
    }

    @Override
    public Optional<StoredSnapshot> newest(RegistrationId id) {
        List<StoredSnapshot> all = byDevice.startingWith(Keys.prefix(id.canonical()));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Override
    public int purgeTakenBefore(Instant instant, int limit) {
        List<StoredSnapshot> old = rows.some(limit, row -> row.takenAt().isBefore(instant));
        old.forEach(this::drop);
        return old.size();
    }

    private void drop(StoredSnapshot snapshot) {
        rows.remove(snapshot.operation().value());
        byDevice.remove(deviceKey(snapshot));
    }

    private static String deviceKey(StoredSnapshot it) {
        return Keys.of(
                it.registrationId().canonical(),
                Keys.of(it.takenAt()),
                it.operation().value());
    }
}
