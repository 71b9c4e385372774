package io.fairlead.application.processing;

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

    /**
     * Obstacles.
     *
     * @param patience how long an operation may take, from its promise on, without what it was told to wait for others
     */
    Obstacles(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
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
        return operation.deadline(patience).isBefore(clock.instant());
    }

    static boolean isPastReturn(RegistrationOperation operation) {
        return operation.progress().filter(OperationProgress::isPastReturn).isPresent();
    }

    RegistrationFailure failure(FailureKind kind, String message) {
        return new RegistrationFailure(kind, message, clock.instant());
    }
}
