package io.fairlead.adapters.persistence.operation;

import io.fairlead.adapters.persistence.document.DeviceForm;
import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.adapters.sealing.RowSeal;
import io.fairlead.application.port.SnapshotStore;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.StoredSnapshot;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** Snapshots in the table {@code snapshots}. */
public final class JdbiSnapshotStore implements SnapshotStore {
    private static final String FIND =
            "select operation_id, taken_at, snapshot from fairlead.snapshots where operation_id = :operationId";
    private static final String NEWEST = """
            select operation_id, taken_at, snapshot from fairlead.snapshots
            where registration_id = :registrationId
            order by registration_id desc, taken_at desc fetch first 1 row only
            """;
    private static final String REPLACE = """
            update fairlead.snapshots set registration_id = :registrationId, taken_at = :takenAt, snapshot = :snapshot
            where operation_id = :operationId
            """;
    private static final String INSERT = """
            insert into fairlead.snapshots (operation_id, registration_id, taken_at, snapshot)
            values (:operationId, :registrationId, :takenAt, :snapshot)
            on conflict do nothing
            """;
    private static final String PURGE = """
            delete from fairlead.snapshots where operation_id in (
                select operation_id from fairlead.snapshots where taken_at < :before order by taken_at limit :limit)
            """;

    private final SqlSession sql;
    private final RowMapper<StoredSnapshot> snapshot = (row, context) -> snapshot(
            new OperationId(row.getString("operation_id")),
            Columns.instant(row, "taken_at"),
            row.getString("snapshot"));

    public JdbiSnapshotStore(SqlSession sql) {
        this.sql = sql;
    }

    @Override
    public void keep(StoredSnapshot snapshot) {
        boolean kept = isDone(REPLACE, snapshot) || isDone(INSERT, snapshot) || isDone(REPLACE, snapshot);
        if (!kept) throw new WriteConflict("the snapshot of operation " + snapshot.operation() + " comes and goes");
    }

    @Override
    public Optional<StoredSnapshot> find(OperationId operation) {
        return sql.query(FIND)
                .bind("operationId", operation.value())
                .map(snapshot)
                .findOne();
    }

    @Override
    public Optional<StoredSnapshot> newest(RegistrationId id) {
        return sql.query(NEWEST)
                .bind("registrationId", id.canonical())
                .map(snapshot)
                .findOne();
    }

    @Override
    public int purgeTakenBefore(Instant instant, int limit) {
        return sql.update(PURGE)
                .bind("before", Columns.time(instant))
                .bind("limit", limit)
                .execute();
    }

    private boolean isDone(String statement, StoredSnapshot snapshot) {
        return bound(sql.update(statement), snapshot).execute() == 1;
    }

    private StoredSnapshot snapshot(OperationId operation, Instant takenAt, String text) {
        RowSeal seal = seal(operation);
        return DocumentReader.read(
                text,
                seal,
                stored -> new StoredSnapshot(
                        operation,
                        new RegistrationId(stored.text("registrationId")),
                        stored.hidden("device", DeviceForm::snapshot),
                        takenAt));
    }

    private RowSeal seal(OperationId operation) {
        return sql.sealing().row("snapshots", operation.value());
    }

    private Update bound(Update update, StoredSnapshot it) {
        DocumentWriter document = new DocumentWriter()
                .put("registrationId", it.registrationId().value())
                .putHidden("device", DeviceForm.of(it.snapshot()));
        return update.bind("operationId", it.operation().value())
                .bind("registrationId", it.registrationId().canonical())
                .bind("takenAt", Columns.time(it.takenAt()))
                .bind("snapshot", document.text(seal(it.operation())));
    }
}
