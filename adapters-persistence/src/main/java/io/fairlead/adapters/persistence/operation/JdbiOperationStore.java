package io.fairlead.adapters.persistence.operation;

import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.application.port.OperationStore;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** Operations in the table {@code operations}. */
public final class JdbiOperationStore implements OperationStore {
    private static final RowMapper<RegistrationOperation> OPERATION =
            (row, context) -> OperationRow.at(row).toOperation();

    private final SqlSession sql;

    public JdbiOperationStore(SqlSession sql) {
        this.sql = sql;
    }

    @Override
    public void insert(RegistrationOperation operation, String node, Duration lease) {
        OperationRow row = OperationRow.from(operation);
        changeable(sql.update(OperationSql.INSERT), row)
                .bind("registrationId", row.registrationId())
                .bind("status", row.status())
                .bind("node", node)
                .bind("millis", lease.toMillis())
                .bind("createdAt", Columns.time(row.createdAt()))
                .bind("request", row.request())
                .bind("payload", row.payload().orElse(null))
                .bind("failure", row.failure().orElse(null))
                .execute();
    }

    @Override
    public Optional<RegistrationOperation> find(OperationId id) {
        return find(id.value());
    }

    @Override
    public boolean advance(RegistrationOperation operation, Duration dueIn) {
        OperationRow row = OperationRow.from(operation);
        Update update = operation.status() == OperationStatus.RUNNING
                ? sql.update(OperationSql.ADVANCE).bind("millis", dueIn.toMillis())
                : sql.update(OperationSql.FINISH)
                        .bind("status", row.status())
                        .bind("failure", row.failure().orElse(null));
        return changeable(update, row).execute() == 1;
    }

    @Override
    public Optional<RegistrationOperation> claimDue(String node, Duration lease) {
        return OperationSql.CLAIM.next(sql, node, lease).flatMap(this::find);
    }

    @Override
    public int purgeFinishedBefore(Instant instant, int limit) {
        return sql.update(OperationSql.PURGE)
                .bind("before", Columns.time(instant))
                .bind("limit", limit)
                .execute();
    }

    private Optional<RegistrationOperation> find(String id) {
        return sql.query(OperationSql.FIND).bind("id", id).map(OPERATION).findOne();
    }

    private static Update changeable(Update update, OperationRow row) {
        return update.bind("id", row.id())
                .bind("fence", row.fence())
                .bind("attempts", row.attempts())
                .bind("progress", row.progress().orElse(null));
    }
}
