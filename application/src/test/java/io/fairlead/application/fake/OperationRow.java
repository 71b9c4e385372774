package io.fairlead.application.fake;

import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import java.time.Instant;

/**
 * An operation with what only the store knows.
 *
 * @param due by the database's clock; without meaning when finished
 */
record OperationRow(RegistrationOperation operation, Instant due) {
    boolean isRunning() {
        return operation.status() == OperationStatus.RUNNING;
    }

    String dueKey() {
        return Keys.of(Keys.of(due), operation.id().value());
    }
}
