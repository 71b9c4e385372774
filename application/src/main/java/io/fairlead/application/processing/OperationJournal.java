package io.fairlead.application.processing;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.operation.StoredSnapshot;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.TargetAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Keeps an operation's progress and outcome; the only one of the processor's parts that opens a transaction.
 *
 * <p>Each method is one durable commit under the operation's fence. A method that finds the fence raised changes nothing
 * and throws {@link Superseded}.
 */
final class OperationJournal {
    private static final int PURGE_LIMIT = 500;

    private final UnitOfWork work;
    private final IdSource ids;
    private final Clock clock;
    private final ProvisioningSettings settings;
    private final AuditWriter audit;
    private final OperationFiles files;
    private final OwedDuties duties;

    OperationJournal(UnitOfWork work, IdSource ids, Clock clock, ProvisioningSettings settings) {
        this.work = work;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.audit = new AuditWriter(ids, clock);
        this.files = new OperationFiles(clock, settings);
        this.duties = new OwedDuties(ids);
    }

    Optional<RegistrationOperation> claimDue() {
        return work.write(stores -> stores.operations().claimDue(settings.node(), settings.lease()));
    }

    OperationFile load(RegistrationOperation operation) {
        return work.read(stores -> files.load(stores, operation));
    }

    /** Whose the device is that the target hub holds. */
    TargetAnswer classify(HubSnapshot found, RegistrationOperation operation) {
        return work.read(stores -> TargetOwner.of(stores, found, operation));
    }

    /** Keeps where the saga stands, and the snapshot that it took. */
    RegistrationOperation keep(RegistrationOperation operation, Optional<HubSnapshot> taken) {
        work.write(stores -> {
            advance(stores, operation, settings.lease());
            taken.ifPresent(snapshot -> stores.snapshots().keep(stored(operation, snapshot)));
            return null;
        });
        return operation;
    }

    /** Leaves the operation to whoever finds it due after a pause. */
    void pause(RegistrationOperation operation, Duration pause) {
        work.write(stores -> {
            advance(stores, operation.retried(), pause);
            return null;
        });
    }

    /** The commit of a move: the record points at the target; still assigning. */
    RegistrationOperation commit(RegistrationOperation operation, HubAssignment to) {
        OperationProgress progress = operation.progress().orElseThrow();
        RegistrationOperation next = operation.with(progress.stepDone());
        work.write(stores -> {
            change(stores, operation, record -> pointed(record, progress, to));
            withdrawRelease(stores, operation, progress);
            audit.decided(stores, operation, progress, to);
            advance(stores, next, settings.lease());
            return null;
        });
        return next;
    }

    /** The end of a plan: the record shows its outcome, and what is owed to hubs is stored. */
    RegistrationOperation finish(RegistrationOperation operation, HubAssignment at) {
        OperationProgress progress = operation.progress().orElseThrow();
        boolean committed = progress.plan().kind().isMove();
        RegistrationOperation ended = operation.assigned();
        work.write(stores -> {
            change(
                    stores,
                    operation,
                    record -> (committed ? record : pointed(record, progress, at))
                            .finished(operation.id(), clock.instant(), ids.newETag()));
            if (!committed) {
                audit.decided(stores, operation, progress, at);
                withdrawRelease(stores, operation, progress);
            }
            if (progress.plan().removeSource()) {
                insert(stores, duties.removal(operation, at));
            }
            advance(stores, ended, Duration.ZERO);
            return null;
        });
        return ended;
    }

    /** Nothing had to be done after all. */
    RegistrationOperation finishKept(RegistrationOperation operation, List<String> inputs) {
        RegistrationOperation ended = operation.assigned();
        work.write(stores -> {
            change(stores, operation, record -> record.finished(operation.id(), clock.instant(), ids.newETag()));
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
        work.write(stores -> {
            change(stores, operation, record -> record.failed(operation.id(), failure, clock.instant(), ids.newETag()));
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
                    record -> pointed(record, progress, at)
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

    int purge() {
        Instant operationsBefore = clock.instant().minus(settings.operationRetention());
        Instant snapshotsBefore = clock.instant().minus(settings.snapshotMaxAge());
        return work.write(stores -> stores.operations().purgeFinishedBefore(operationsBefore, PURGE_LIMIT))
                + work.write(stores -> stores.snapshots().purgeTakenBefore(snapshotsBefore, PURGE_LIMIT));
    }

    OwedDuties duties() {
        return duties;
    }

    OwnershipMark mark(RegistrationOperation operation) {
        return new OwnershipMark(settings.idScope(), operation.id());
    }

    private StoredSnapshot stored(RegistrationOperation operation, HubSnapshot snapshot) {
        return new StoredSnapshot(operation.id(), operation.registrationId(), snapshot, clock.instant());
    }

    private DeviceRegistration pointed(DeviceRegistration record, OperationProgress progress, HubAssignment to) {
        return record.assigned(
                to,
                progress.plan().kind().substatusAfter(record.substatus().orElse(null)),
                clock.instant(),
                ids.newETag());
    }

    /** A release still owed at the hub that the device leaves has lost its object: it would enable it there again. */
    private static void withdrawRelease(Stores stores, RegistrationOperation operation, OperationProgress progress) {
        if (!progress.plan().removeSource()) {
            return;
        }
        HubDeviceKey source = progress.plan().source().orElseThrow().key();
        stores.hubDuties().of(operation.registrationId()).stream()
                .filter(duty -> duty.kind() == HubDuty.Kind.RELEASE_SOURCE || duty.kind() == HubDuty.Kind.ENABLE_TARGET)
                .filter(duty -> duty.place().equals(source))
                .forEach(duty -> stores.hubDuties().withdraw(duty.id()));
    }

    /** Changes the record if it still says that this operation is under way; one that was removed stays removed. */
    private static void change(
            Stores stores, RegistrationOperation operation, UnaryOperator<DeviceRegistration> change) {
        Consumer<DeviceRegistration> save = record -> {
            if (!stores.registrations().replace(change.apply(record), record.etag())) {
                throw new WriteConflict("the record of " + record.id() + " was changed meanwhile");
            }
        };
        stores.registrations()
                .find(operation.registrationId())
                .filter(record ->
                        record.runningOperation().filter(operation.id()::equals).isPresent())
                .ifPresent(save);
    }

    private static void advance(Stores stores, RegistrationOperation operation, Duration dueIn) {
        if (!stores.operations().advance(operation, dueIn)) {
            throw new Superseded("operation " + operation.id());
        }
    }

    private void insert(Stores stores, HubDuty duty) {
        stores.hubDuties().insert(duty, Duration.ZERO);
    }
}
