package io.fairlead.application.processing;

import static io.fairlead.application.processing.OperationJournal.advance;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.PlanKind;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps what becomes of an operation: its commit and its end, each with the record, what is owed and the audit entry in
 * one transaction under the operation's fence, as {@link OperationJournal} does.
 */
final class OutcomeJournal {
    private final UnitOfWork work;
    private final IdSource ids;
    private final Clock clock;
    private final ProvisioningSettings settings;
    private final AuditWriter audit;
    private final OwedDuties duties;

    OutcomeJournal(UnitOfWork work, IdSource ids, Clock clock, ProvisioningSettings settings, OwedDuties duties) {
        this.work = work;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.audit = new AuditWriter(ids, clock);
        this.duties = duties;
    }

    /**
     * The commit of a move: the record points at the target; still assigning.
     *
     * @return empty when the record was removed meanwhile; then nothing is changed
     */
    Optional<RegistrationOperation> commit(RegistrationOperation operation, HubAssignment to) {
        OperationProgress progress = operation.progress().orElseThrow();
        RegistrationOperation next = operation.with(progress.stepDone());
        return work.write(stores -> {
            if (!change(stores, operation, record -> pointed(record, operation, to))) {
                return Optional.empty();
            }
            withdrawRelease(stores, operation, progress);
            audit.decided(stores, operation, progress, to);
            advance(stores, next, settings.lease());
            return Optional.of(next);
        });
    }

    /**
     * The end of a plan: the record shows its outcome, and what is owed to hubs is stored.
     *
     * @return empty when the record was removed meanwhile and the plan can still be led back; then nothing is changed
     */
    Optional<RegistrationOperation> finish(RegistrationOperation operation, HubAssignment at) {
        OperationProgress progress = operation.progress().orElseThrow();
        boolean committed = progress.plan().kind().isMove();
        boolean onlyForward = committed || progress.plan().kind() == PlanKind.RESET_IN_PLACE;
        RegistrationOperation ended = operation.assigned();
        return work.write(stores -> {
            boolean changed = change(
                    stores,
                    operation,
                    record -> told(operation, committed ? record : pointed(record, operation, at))
                            .finished(operation.id(), clock.instant(), ids.newETag()));
            if (!changed && !onlyForward) {
                return Optional.empty();
            }
            if (!committed) {
                audit.decided(stores, operation, progress, at);
                withdrawRelease(stores, operation, progress);
            }
            if (progress.plan().removeSource()) {
                insert(stores, duties.removal(operation, at));
            }
            advance(stores, ended, Duration.ZERO);
            return Optional.of(ended);
        });
    }

    /** Nothing had to be done after all. */
    RegistrationOperation finishKept(RegistrationOperation operation, List<String> inputs) {
        RegistrationOperation ended = operation.assigned();
        work.write(stores -> {
            change(
                    stores,
                    operation,
                    record -> told(operation, record).finished(operation.id(), clock.instant(), ids.newETag()));
            audit.kept(stores, operation, inputs);
            advance(stores, ended, Duration.ZERO);
            return null;
        });
        return ended;
    }

    /** The operation fails; a good assignment stays, and what could not be undone is owed. */
    RegistrationOperation fail(
            RegistrationOperation operation, RegistrationFailure failure, List<HubDuty> owed, List<String> inputs) {
        RegistrationOperation ended = operation.failed(failure);
        Optional<HubAssignment> anew = createdAnew(operation);
        work.write(stores -> {
            change(
                    stores,
                    operation,
                    record -> anew.map(at -> pointed(record, operation, at))
                            .orElse(record)
                            .failed(operation.id(), failure, clock.instant(), ids.newETag()));
            anew.ifPresent(
                    at -> audit.decided(stores, operation, operation.progress().orElseThrow(), at));
            owed.forEach(duty -> insert(stores, duty));
            audit.failed(stores, operation, failure, inputs);
            advance(stores, ended, Duration.ZERO);
            return null;
        });
        return ended;
    }

    /** The operation fails after its point of no return: the record points at the new place, the rest is owed. */
    RegistrationOperation failAhead(
            RegistrationOperation operation, RegistrationFailure failure, HubAssignment at, List<HubDuty> owed) {
        OperationProgress progress = operation.progress().orElseThrow();
        RegistrationOperation ended = operation.failed(failure);
        work.write(stores -> {
            change(
                    stores,
                    operation,
                    record -> pointed(record, operation, at)
                            .failed(operation.id(), failure, clock.instant(), ids.newETag()));
            if (!progress.plan().kind().isMove()) {
                audit.decided(stores, operation, progress, at);
            }
            owed.forEach(duty -> insert(stores, duty));
            audit.failed(stores, operation, failure, List.of());
            advance(stores, ended, Duration.ZERO);
            return null;
        });
        return ended;
    }

    /** Where a reset had to create the device anew before it was given up. */
    private static Optional<HubAssignment> createdAnew(RegistrationOperation operation) {
        return operation
                .progress()
                .filter(progress -> progress.plan().kind() == PlanKind.RESET_IN_PLACE)
                .filter(progress -> progress.targetIncarnation().isPresent())
                .map(progress -> operation.arrival())
                .filter(at -> !at.incarnation().equals(source(operation).incarnation()));
    }

    private static HubAssignment source(RegistrationOperation operation) {
        return operation.progress().orElseThrow().plan().source().orElseThrow();
    }

    /** The record at a new place, with the twin that the webhook gave the device for it. */
    private DeviceRegistration pointed(DeviceRegistration record, RegistrationOperation operation, HubAssignment to) {
        ReprovisionPlan plan = operation.progress().orElseThrow().plan();
        DeviceRegistration there = record.assigned(
                to, plan.kind().substatusAfter(record.substatus().orElse(null)), clock.instant(), ids.newETag());
        return operation
                .webhook()
                .filter(any -> plan.takesWebhookTwin())
                .map(reply -> reply.match(answered -> there.withWebhookTwin(answered.initialTwin()), failed -> there))
                .orElse(there);
    }

    /** The record with what the webhook returned for the device, nothing when no webhook has a say any more. */
    private static DeviceRegistration told(RegistrationOperation operation, DeviceRegistration record) {
        return operation
                .webhook()
                .map(reply -> reply.match(answered -> record.withPayload(answered.payload()), failed -> record))
                .orElseGet(() -> record.withPayload(Optional.empty()));
    }

    /** A release still owed at the hub that the device leaves has lost its object: it would enable it there again. */
    private static void withdrawRelease(Stores stores, RegistrationOperation operation, OperationProgress progress) {
        if (!progress.plan().removeSource()) {
            return;
        }
        HubDeviceKey source = source(operation).key();
        stores.hubDuties().of(operation.registrationId()).stream()
                .filter(HubDuty::givesStatus)
                .filter(duty -> duty.place().equals(source))
                .forEach(duty -> stores.hubDuties().withdraw(duty.id()));
    }

    /** Changes the record if it still says that this operation is under way; false when it was removed. */
    private static boolean change(
            Stores stores, RegistrationOperation operation, UnaryOperator<DeviceRegistration> change) {
        Optional<DeviceRegistration> found = stores.registrations()
                .find(operation.registrationId())
                .filter(record ->
                        record.runningOperation().filter(operation.id()::equals).isPresent());
        found.ifPresent(record -> {
            if (!stores.registrations().replace(change.apply(record), record.etag())) {
                throw new WriteConflict("the record of " + record.id() + " was changed meanwhile");
            }
        });
        return found.isPresent();
    }

    private static void insert(Stores stores, HubDuty duty) {
        stores.hubDuties().insert(duty, Duration.ZERO);
    }
}
