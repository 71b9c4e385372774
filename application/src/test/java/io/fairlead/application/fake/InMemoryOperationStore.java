package io.fairlead.application.fake;

import io.fairlead.application.port.OperationStore;
import io.fairlead.application.port.StoreException;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.RegistrationOperation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Operations in a table, with an index by due time. */
final class InMemoryOperationStore implements OperationStore {
    private final Table<OperationRow> rows;
    private final Table<String> due;
    private final Clock clock;

    InMemoryOperationStore(Tables tables, Clock clock) {
        this.rows = tables.operations();
        this.due = tables.dueOperations();
        this.clock = clock;
    }

    @Override
    public void insert(RegistrationOperation operation, String node, Duration lease) {
        if (find(operation.id()).isPresent()) {
            throw new StoreException("operation " + operation.id() + " is there already", null);
        }
        put(operation, lease);
    }

    @Override
    public Optional<RegistrationOperation> find(OperationId id) {
        return rows.find(id.value()).map(OperationRow::operation);
    }

    @Override
    public boolean advance(RegistrationOperation operation, Duration dueIn) {
        rows.requireWritable();
        Optional<OperationRow> stored = rows.find(operation.id().value())
                .filter(row -> row.isRunning() && row.operation().fence() == operation.fence());
        stored.ifPresent(row -> replace(row, changed(row.operation(), operation), dueIn));
        return stored.isPresent();
    }

    @Override
    public Optional<RegistrationOperation> claimDue(String node, Duration lease) {
        rows.requireWritable();
        Optional<OperationRow> longest =
                due.first().flatMap(rows::find).filter(row -> !row.due().isAfter(clock.instant()));
        return longest.map(row -> {
            RegistrationOperation claimed = fenced(row.operation());
            replace(row, claimed, lease);
            return claimed;
        });
    }

    @Override
    public int purgeFinishedBefore(Instant instant, int limit) {
        List<OperationRow> old = rows.some(
                limit, row -> !row.isRunning() && row.operation().createdAt().isBefore(instant));
        old.forEach(row -> rows.remove(row.operation().id().value()));
        return old.size();
    }

    private void replace(OperationRow old, RegistrationOperation next, Duration dueIn) {
        due.remove(old.dueKey());
        put(next, dueIn);
    }

    private void put(RegistrationOperation operation, Duration dueIn) {
        OperationRow row = new OperationRow(operation, clock.instant().plus(dueIn));
        rows.put(operation.id().value(), row);
        if (row.isRunning()) {
            due.put(row.dueKey(), operation.id().value());
        }
    }

    /** Only status, progress, attempts, failure, and what it waited for change; the rest is as it was accepted. */
    private static RegistrationOperation changed(RegistrationOperation stored, RegistrationOperation next) {
        return new RegistrationOperation(
                stored.id(),
                stored.registrationId(),
                stored.entry(),
                stored.request(),
                next.status(),
                next.progress(),
                stored.fence(),
                next.attempts(),
                stored.createdAt(),
                next.failure(),
                next.webhook(),
                next.deferral());
    }

    private static RegistrationOperation fenced(RegistrationOperation it) {
        return new RegistrationOperation(
                it.id(),
                it.registrationId(),
                it.entry(),
                it.request(),
                it.status(),
                it.progress(),
                it.fence() + 1,
                it.attempts(),
                it.createdAt(),
                it.failure(),
                it.webhook(),
                it.deferral());
    }
}
