package io.fairlead.application.provisioning;

import io.fairlead.application.pacing.HubPaces;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.DeviceRegistration;
import java.time.Duration;
import java.util.Optional;

/** What a device is told of its operation, and when to ask again. */
final class OperationReports {
    /** Some clients count a minute without a word as a dead connection. */
    private static final Duration MOST_RETRY_AFTER = Duration.ofSeconds(30);

    private static final long ALMOST_A_SECOND_MILLIS = 999;

    private final Duration leastRetryAfter;
    private final HubPaces paces;

    OperationReports(Duration leastRetryAfter, HubPaces paces) {
        this.leastRetryAfter = leastRetryAfter;
        this.paces = paces;
    }

    /** Of an operation that was promised or looked up. */
    OperationReport of(RegistrationOperation operation, DeviceRegistration record) {
        return new OperationReport(
                operation.id(), operation.status(), record, operation.failure(), retryAfter(expectedWait(operation)));
    }

    /** Of the operation that is under way according to the record; empty when there is none. */
    Optional<OperationReport> running(DeviceRegistration record) {
        return record.runningOperation()
                .map(id -> new OperationReport(
                        id,
                        OperationStatus.RUNNING,
                        record,
                        Optional.empty(),
                        retryAfter(paces.wait(id.value()).orElse(Duration.ZERO))));
    }

    /** Of the last operation, from the record alone. */
    OperationReport recorded(DeviceRegistration record) {
        return new OperationReport(
                record.lastOperation().orElseThrow(),
                record.lastFailure().isPresent() ? OperationStatus.FAILED : OperationStatus.ASSIGNED,
                record,
                record.lastFailure(),
                leastRetryAfter);
    }

    /** How long it will wait for its hub, where that is known already. */
    private Duration expectedWait(RegistrationOperation operation) {
        return operation
                .progress()
                .map(progress -> paces.expected(progress.plan().target().hub()))
                .orElse(Duration.ZERO);
    }

    /** Whole seconds, and never so many that a client gives up. */
    private Duration retryAfter(Duration wait) {
        Duration whole =
                Duration.ofSeconds(wait.plusMillis(ALMOST_A_SECOND_MILLIS).toSeconds());
        if (whole.compareTo(leastRetryAfter) <= 0) {
            return leastRetryAfter;
        }
        return whole.compareTo(MOST_RETRY_AFTER) > 0 ? MOST_RETRY_AFTER : whole;
    }
}
