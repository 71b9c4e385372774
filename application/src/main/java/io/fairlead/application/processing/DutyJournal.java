package io.fairlead.application.processing;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.operation.StoredSnapshot;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationSubstatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what is owed to hubs; the only one of the duties' parts that opens a transaction. */
final class DutyJournal {
    private static final String LOOKED = "there is nothing to do, it is looked at once more";

    private final UnitOfWork work;
    private final IdSource ids;
    private final Clock clock;
    private final ProvisioningSettings settings;
    private final AuditWriter audit;

    DutyJournal(UnitOfWork work, IdSource ids, Clock clock, ProvisioningSettings settings) {
        this.work = work;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
        this.audit = new AuditWriter(ids, clock);
    }

    Optional<HubDuty> claimDue() {
        return work.write(stores -> stores.hubDuties().claimDue(settings.node(), settings.lease()));
    }

    Optional<HubDuty> claim(HubDuty duty) {
        return work.write(stores -> stores.hubDuties().claim(duty.id(), settings.node(), settings.lease()));
    }

    List<HubDuty> of(RegistrationId id) {
        return work.read(stores -> stores.hubDuties().of(id));
    }

    LastLook.Background background(HubDuty duty) {
        return work.read(stores -> new LastLook.Background(
                stores.snapshots().find(duty.operation()),
                stores.registrations().find(duty.registrationId())));
    }

    /**
     * The duty is done, or is done again later when its object may still appear; what it did is audited with it. Nothing
     * happens when another holds it by now.
     *
     * @return whether it is done for good
     */
    boolean done(HubDuty duty, Deed deed) {
        return work.write(stores -> {
            Duration watch = watch(stores, duty, deed);
            boolean last = watch.isZero();
            boolean ours =
                    last ? stores.hubDuties().finish(duty) : stores.hubDuties().postpone(duty.postponed(LOOKED), watch);
            if (ours && (last || deed.hadToBeDone())) {
                audit.dutyDone(stores, duty, deed.words());
            }
            return last;
        });
    }

    /**
     * How long the end of a failed operation is still watched: a worker that was overtaken may be inside a hub call, whose
     * effect appears when nobody looks any more, and a hub may have shown the past. Two leases are longer than either is
     * allowed to take. A source that was never seen and seems to be gone is believed to be at a second look.
     */
    private Duration watch(Stores stores, HubDuty duty, Deed deed) {
        if (duty.removesSource()) {
            boolean seen = deed.hadToBeDone()
                    || duty.lastError().filter(LOOKED::equals).isPresent()
                    || stores.snapshots().find(duty.operation()).isPresent();
            return seen ? Duration.ZERO : settings.lease();
        }
        boolean mayReturn = duty.givesStatus() ? !deed.hadToBeDone() : duty.removesHalfMade();
        Instant now = clock.instant();
        return stores.operations()
                .find(duty.operation())
                .filter(any -> mayReturn)
                .flatMap(RegistrationOperation::failure)
                .map(failure -> failure.at().plus(settings.lease().multipliedBy(2)))
                .filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    /** Whether a record points at it. */
    boolean isInUse(HubSnapshot device) {
        return work.read(stores -> stores.registrations().assignedTo(device.key()))
                .flatMap(DeviceRegistration::assignment)
                .filter(at -> device.isIncarnation(at.incarnation()))
                .isPresent();
    }

    /** The record follows a device that had to be created anew where it was. */
    void follow(HubDuty duty, HubSnapshot device) {
        work.write(stores -> {
            stores.registrations()
                    .find(duty.registrationId())
                    .ifPresent(record -> record.assignment()
                            .filter(at -> at.key().equals(device.key()) && !device.isIncarnation(at.incarnation()))
                            .ifPresent(at -> save(stores, record, followed(at, device))));
            return null;
        });
    }

    private static HubAssignment followed(HubAssignment at, HubSnapshot device) {
        return new HubAssignment(
                at.key(),
                device.versions().incarnation(),
                device.credentialFingerprint().orElse(at.credentialFingerprint()));
    }

    private void save(Stores stores, DeviceRegistration record, HubAssignment to) {
        DeviceRegistration next =
                record.assigned(to, RegistrationSubstatus.DEVICE_DATA_RESET, clock.instant(), ids.newETag());
        if (!stores.registrations().replace(next, record.etag())) {
            throw new WriteConflict("the record of " + record.id() + " was changed meanwhile");
        }
    }

    void postpone(HubDuty duty, String error, Duration pause) {
        work.write(stores -> stores.hubDuties().postpone(duty.postponed(error), pause));
    }

    /** Keeps the last that is left of a device before it is removed. */
    void keep(HubDuty duty, HubSnapshot last) {
        work.write(stores -> {
            stores.snapshots().keep(new StoredSnapshot(duty.operation(), duty.registrationId(), last, clock.instant()));
            return null;
        });
    }

    /** Keeps both versions for an operator, once, before one of them is removed. */
    void park(HubDuty duty, HubDuty.Conflict conflict) {
        work.write(stores -> {
            if (!isParked(stores, duty, conflict)) {
                stores.hubDuties().insert(parked(duty, conflict), Duration.ZERO);
            }
            return null;
        });
    }

    /** The operator has to decide anew, about the device as it is now. Nothing happens when another holds the duty. */
    void parkAgain(HubDuty duty, HubSnapshot now) {
        work.write(stores -> {
            if (stores.hubDuties().finish(duty)) {
                stores.hubDuties().insert(duty.undecided(now), Duration.ZERO);
                audit.dutyDone(stores, duty, "not written: the device has changed since the operator decided");
            }
            return null;
        });
    }

    private static boolean isParked(Stores stores, HubDuty duty, HubDuty.Conflict conflict) {
        return stores.hubDuties().of(duty.registrationId()).stream()
                .filter(other -> other.place().equals(duty.place()))
                .flatMap(other -> other.conflict().stream())
                .map(parked -> parked.left())
                .anyMatch(left -> left.isIncarnation(conflict.left().versions().incarnation())
                        && left.state().hasContentOf(conflict.left().state()));
    }

    private HubDuty parked(HubDuty duty, HubDuty.Conflict conflict) {
        return new HubDuty(
                ids.newRowId(),
                duty.registrationId(),
                duty.place(),
                HubDuty.Kind.CONFLICT,
                duty.incarnation(),
                duty.operation(),
                duty.status(),
                duty.movedTo(),
                0,
                Optional.empty(),
                Optional.of(conflict),
                0);
    }
}
