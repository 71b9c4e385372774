package io.fairlead.application.processing;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.deciding.AcceptedLoss;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.Deferral;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.operation.StoredSnapshot;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.TargetAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps how far an operation has come; how it ends is kept by {@link OutcomeJournal}. The two are the only ones of the
 * processor's parts that open a transaction.
 *
 * <p>Each method is one durable commit under the operation's fence. A method that finds the fence raised changes nothing
 * and throws {@link Superseded}.
 */
final class OperationJournal {
    private static final int PURGE_LIMIT = 500;

    private final UnitOfWork work;
    private final Clock clock;
    private final ProvisioningSettings settings;
    private final OperationFiles files;
    private final OwedDuties duties;

    OperationJournal(UnitOfWork work, Clock clock, ProvisioningSettings settings, OwedDuties duties) {
        this.work = work;
        this.clock = clock;
        this.settings = settings;
        this.files = new OperationFiles(clock, settings);
        this.duties = duties;
    }

    Optional<RegistrationOperation> claimDue() {
        return work.write(stores -> stores.operations().claimDue(settings.node(), settings.lease()));
    }

    OperationFile load(RegistrationOperation operation) {
        return work.read(stores -> files.load(stores, operation));
    }

    Optional<RegistrationOperation> find(OperationId id) {
        return work.read(stores -> stores.operations().find(id));
    }

    /** Whose the device is that the target hub holds; empty while an earlier operation still has to do with it. */
    Optional<TargetAnswer> classify(HubSnapshot found, RegistrationOperation operation) {
        return work.read(stores -> new TargetOwner(stores, found, operation).answer());
    }

    /** Whether an operator has accepted that the device's state at the place that it is assigned to is lost. */
    boolean isLossAccepted(RegistrationOperation operation, HubAssignment current) {
        return work.read(stores -> AcceptedLoss.covers(stores, operation.registrationId(), current));
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

    /**
     * Leaves the operation to whoever finds it due after a wait that was not its fault: no attempt is counted, and what
     * has not begun has so much more time. It may be found due before a long wait is over.
     */
    void defer(RegistrationOperation operation, Duration wait) {
        work.write(stores -> {
            advance(stores, operation.deferred(wait), Deferral.next(wait));
            return null;
        });
    }

    /** Leaves the operation to whoever finds it due after a pause. */
    void pause(RegistrationOperation operation, Duration pause) {
        work.write(stores -> {
            advance(stores, operation.retried(), pause);
            return null;
        });
    }

    /**
     * A device that is held by an operation which has failed is owed its status, unless that is known already. One whose
     * operation committed is on its way out, or is enabled by a duty.
     */
    void oweRelease(HubSnapshot device) {
        work.write(stores -> {
            OwnershipMark.holder(device.state().status())
                    .flatMap(stores.operations()::find)
                    .filter(holder -> holder.status() == OperationStatus.FAILED && !holder.isCommitted())
                    .filter(holder -> stores.hubDuties().of(holder.registrationId()).stream()
                            .noneMatch(duty ->
                                    duty.givesStatus() && duty.operation().equals(holder.id())))
                    .ifPresent(holder -> stores.hubDuties().insert(duties.release(holder, device), Duration.ZERO));
            return null;
        });
    }

    int purge() {
        Instant operationsBefore = clock.instant().minus(settings.operationRetention());
        Instant snapshotsBefore = clock.instant().minus(settings.snapshotMaxAge());
        return work.write(stores -> stores.operations().purgeFinishedBefore(operationsBefore, PURGE_LIMIT))
                + work.write(stores -> stores.snapshots().purgeTakenBefore(snapshotsBefore, PURGE_LIMIT));
    }

    OwnershipMark mark(RegistrationOperation operation) {
        return new OwnershipMark(settings.idScope(), operation.id());
    }

    private StoredSnapshot stored(RegistrationOperation operation, HubSnapshot snapshot) {
        return new StoredSnapshot(operation.id(), operation.registrationId(), snapshot, clock.instant());
    }

    static void advance(Stores stores, RegistrationOperation operation, Duration dueIn) {
        if (!stores.operations().advance(operation, dueIn)) {
            throw new Superseded("operation " + operation.id());
        }
    }
}
