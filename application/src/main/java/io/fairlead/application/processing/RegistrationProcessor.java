package io.fairlead.application.processing;

import io.fairlead.application.port.AllocatorBusy;
import io.fairlead.application.port.HubException;
import io.fairlead.application.port.StoreException;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationFailure;
import java.time.Duration;

/**
 * Records how an attempt ended. It is apart from {@link OperationRun} so that every exit of that is met in one place:
 * from the promise on, a failure that is not written onto the operation would leave a device assigning for ever.
 */
final class RegistrationProcessor {
    private final ProcessingParts parts;
    private final Backoff backoff;

    RegistrationProcessor(ProcessingParts parts, Backoff backoff) {
        this.parts = parts;
        this.backoff = backoff;
    }

    /** Works on an operation held by this node until it ends, pauses, or turns out to be another's. Never throws. */
    void process(RegistrationOperation held) {
        OperationRun run = new OperationRun(parts, held);
        try {
            attempt(run);
        } catch (Superseded e) {
            parts.paces().leave(held.id().value());
            retrying(held, e);
            sweep(run);
        } catch (StoreException e) {
            // Nothing can be written now: the lease runs out and whoever claims it goes on from the journal.
            retrying(held, e);
        } finally {
            if (run.operation().status() != OperationStatus.RUNNING) {
                parts.paces().leave(held.id().value());
            }
        }
    }

    private void sweep(OperationRun run) {
        try {
            new Aftermath(parts.journal(), parts.registry()).sweep(run.operation());
        } catch (HubException | StoreException e) {
            retrying(run.operation(), e);
        }
    }

    private void attempt(OperationRun run) {
        try {
            run.goOn();
        } catch (Superseded | StoreException e) {
            throw e;
        } catch (HubException e) {
            onHub(run, e);
        } catch (AllocatorBusy e) {
            parts.journal().defer(run.operation(), e.retryAfter());
        } catch (StillHeld e) {
            parts.journal().oweRelease(e.device());
            onHub(run, new HubException(HubException.Kind.TRANSIENT, e.getMessage()));
        } catch (RuntimeException e) {
            parts.observer().unexpected(run.operation().registrationId(), name(run.operation()), e);
            run.giveUp(failure(FailureKind.INTERNAL, "the service failed to assign the device: its log says why"));
        }
    }

    private void onHub(OperationRun run, HubException e) {
        if (e.isPassing() && !run.isOverdue()) {
            retrying(run.operation(), e);
            wait(run.operation(), e);
        } else {
            run.giveUp(failure(kind(e), e.getMessage()));
        }
    }

    /** Waiting for a hub's pace is no failed attempt. */
    private void wait(RegistrationOperation operation, HubException cause) {
        if (cause.kind() == HubException.Kind.THROTTLED && cause.retryAfter().isPresent()) {
            parts.journal().defer(operation, cause.retryAfter().get());
        } else {
            parts.journal().pause(operation, pause(operation, cause));
        }
    }

    private Duration pause(RegistrationOperation operation, HubException cause) {
        Duration wanted = backoff.pause(operation.attempts(), parts.settings().retryBackoffCap());
        return cause.retryAfter().filter(asked -> asked.compareTo(wanted) > 0).orElse(wanted);
    }

    private static FailureKind kind(HubException e) {
        return switch (e.kind()) {
            case TRANSIENT, AMBIGUOUS, THROTTLED, PRECONDITION -> FailureKind.HUB_UNREACHABLE;
            case CAPACITY, UNAUTHORIZED, INVALID, UNSUPPORTED -> FailureKind.HUB_REFUSED;
        };
    }

    private RegistrationFailure failure(FailureKind kind, String message) {
        return new RegistrationFailure(kind, message, parts.clock().instant());
    }

    private void retrying(RegistrationOperation operation, RuntimeException e) {
        parts.observer().retrying(operation.registrationId(), name(operation), e.getMessage());
    }

    private static String name(RegistrationOperation operation) {
        return "operation " + operation.id();
    }
}
