package io.fairlead.application.processing;

import io.fairlead.application.pacing.HubPaces;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Why an operation must not go on, as long as it can still turn back. */
final class Obstacles {
    private final Clock clock;
    private final Duration patience;
    private final HubPaces paces;

    /**
     * Obstacles.
     *
     * @param patience how long an operation may take, from its promise on
     * @param paces who waits for a hub's pace before it has begun is not late
     */
    Obstacles(Clock clock, Duration patience, HubPaces paces) {
        this.clock = clock;
        this.patience = patience;
        this.paces = paces;
    }

    /** What it has to be led back for; empty when it may go on, or can only go on. */
    Optional<RegistrationFailure> before(RegistrationOperation operation, OperationFile file) {
        Optional<RegistrationFailure> turned = operation.progress().flatMap(OperationProgress::givingUp);
        return turned.isPresent() || isPastReturn(operation) ? turned : fresh(operation, file);
    }

    private Optional<RegistrationFailure> fresh(RegistrationOperation operation, OperationFile file) {
        if (!file.isServable()) {
            return Optional.of(failure(FailureKind.ENROLLMENT_GONE, file.obstacle()));
        }
        return isOverdue(operation)
                ? Optional.of(failure(FailureKind.HUB_UNREACHABLE, "the hubs did not finish in time: register again"))
                : Optional.empty();
    }

    /** Whether its time is over. */
    boolean isOverdue(RegistrationOperation operation) {
        return operation.createdAt().plus(patience).isBefore(clock.instant()) && !isQueued(operation);
    }

    private boolean isQueued(RegistrationOperation operation) {
        boolean begun =
                operation.progress().filter(progress -> progress.reached() > 0).isPresent();
        return !begun && paces.isWaiting(operation.id().value());
    }

    static boolean isPastReturn(RegistrationOperation operation) {
        return operation.progress().filter(OperationProgress::isPastReturn).isPresent();
    }

    RegistrationFailure failure(FailureKind kind, String message) {
        return new RegistrationFailure(kind, message, clock.instant());
    }
}
