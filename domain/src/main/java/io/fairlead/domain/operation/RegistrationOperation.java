package io.fairlead.domain.operation;

import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.registration.WebhookReply;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One accepted registration request: the promise that the device polls, and the journal of its saga.
 *
 * @param registrationId the id on the registration record
 * @param entry the entry that vouched for the device
 * @param progress absent until a plan is made
 * @param fence grows at every claim; a write under an older fence is refused
 * @param attempts how often work on it was begun or resumed after a failure
 * @param failure set when {@link OperationStatus#FAILED}
 * @param webhook what the allocation webhook said, once it was asked: whoever takes the operation up goes by the same
 * @param deferral what it was told to wait for others before it had any effect
 */
public record RegistrationOperation(
        OperationId id,
        RegistrationId registrationId,
        EnrollmentRef entry,
        RequestFacts request,
        OperationStatus status,
        Optional<OperationProgress> progress,
        long fence,
        int attempts,
        Instant createdAt,
        Optional<RegistrationFailure> failure,
        Optional<WebhookReply> webhook,
        Deferral deferral) {
    /** The fence of the worker that accepted the request. */
    public static final long FIRST_FENCE = 1;

    /** A promise just given, claimed by the one who gives it. */
    public static RegistrationOperation accepted(
            OperationId id, RegistrationId registrationId, EnrollmentRef entry, RequestFacts request, Instant now) {
        return new RegistrationOperation(
                id,
                registrationId,
                entry,
                request,
                OperationStatus.RUNNING,
                Optional.empty(),
                FIRST_FENCE,
                0,
                now,
                Optional.empty(),
                Optional.empty(),
                Deferral.NONE);
    }

    public RegistrationOperation with(OperationProgress next) {
        return copy(status, Optional.of(next), attempts, failure);
    }

    /** The plan is dropped before it had any effect: decide again. */
    public RegistrationOperation undecided() {
        return copy(status, Optional.empty(), attempts, failure);
    }

    /** The allocation webhook was asked. */
    public RegistrationOperation heard(WebhookReply reply) {
        return new RegistrationOperation(
                id,
                registrationId,
                entry,
                request,
                status,
                progress,
                fence,
                attempts,
                createdAt,
                failure,
                Optional.of(reply),
                deferral);
    }

    /**
     * It is told to wait for others. Once it has begun the time counts: a device may be out of service meanwhile.
     *
     * @param wait from now on
     */
    public RegistrationOperation deferred(Duration wait) {
        return hasBegun() ? this : put(deferral.after(wait));
    }

    private RegistrationOperation put(Deferral off) {
        return new RegistrationOperation(
                id,
                registrationId,
                entry,
                request,
                status,
                progress,
                fence,
                attempts,
                createdAt,
                failure,
                webhook,
                off);
    }

    /** Whether it goes before those who have just come. */
    public boolean hasWaited() {
        return hasBegun() || deferral.isSome();
    }

    /** Whether a step of its saga may have had an effect. */
    public boolean hasBegun() {
        return progress.filter(at -> at.reached() > 0).isPresent();
    }

    /** When it is late, if it may take so long. */
    public Instant deadline(Duration patience) {
        return createdAt.plus(patience).plus(deferral.total());
    }

    /** One more attempt is used up. */
    public RegistrationOperation retried() {
        return copy(status, progress, attempts + 1, failure);
    }

    public RegistrationOperation assigned() {
        return copy(OperationStatus.ASSIGNED, progress, attempts, Optional.empty());
    }

    public RegistrationOperation failed(RegistrationFailure cause) {
        return copy(OperationStatus.FAILED, progress, attempts, Optional.of(cause));
    }

    /** Where the device is once its saga has put it there. */
    public HubAssignment arrival() {
        OperationProgress at = progress.orElseThrow();
        return new HubAssignment(
                at.plan().target(), at.targetIncarnation().orElseThrow(), request.credentialFingerprint());
    }

    /** Whether its saga reached the commit of a new assignment. */
    public boolean isCommitted() {
        return status == OperationStatus.ASSIGNED
                || progress.map(OperationProgress::isPastReturn).orElse(false);
    }

    /** Whether its saga put an end to the device's state, so that a snapshot it took must not come back. */
    public boolean hasReset() {
        boolean anew = progress.filter(at -> at.plan().kind() == PlanKind.RESET_IN_PLACE)
                .flatMap(OperationProgress::targetIncarnation)
                .isPresent();
        boolean resets = progress.filter(at -> at.plan().kind().isReset()).isPresent();
        return resets && (isCommitted() || anew);
    }

    private RegistrationOperation copy(
            OperationStatus nextStatus,
            Optional<OperationProgress> nextProgress,
            int nextAttempts,
            Optional<RegistrationFailure> nextFailure) {
        return new RegistrationOperation(
                id,
                registrationId,
                entry,
                request,
                nextStatus,
                nextProgress,
                fence,
                nextAttempts,
                createdAt,
                nextFailure,
                webhook,
                deferral);
    }
}
