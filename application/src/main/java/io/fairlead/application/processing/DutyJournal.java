package io.fairlead.application.processing;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.StoredSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps what is owed to hubs; the only one of the duties' parts that opens a transaction. */
final class DutyJournal {
    private final UnitOfWork work;
    private final IdSource ids;
    private final ProvisioningSettings settings;
    private final AuditWriter audit;

    DutyJournal(UnitOfWork work, IdSource ids, Clock clock, ProvisioningSettings settings) {
        this.work = work;
        this.ids = ids;
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

    Optional<StoredSnapshot> snapshot(HubDuty duty) {
        return work.read(stores -> stores.snapshots().find(duty.operation()));
    }

    /** The duty is done; what it did is audited with it. Nothing happens when another holds it by now. */
    void done(HubDuty duty, String outcome) {
        work.write(stores -> {
            if (stores.hubDuties().finish(duty)) {
                audit.dutyDone(stores, duty, outcome);
            }
            return null;
        });
    }

    void postpone(HubDuty duty, String error, Duration pause) {
        work.write(stores -> stores.hubDuties().postpone(duty.postponed(error), pause));
    }

    /** Keeps both versions for an operator, once, before one of them is removed. */
    void park(HubDuty duty, HubDuty.Conflict conflict) {
        work.write(stores -> {
            if (!isParked(stores, duty)) {
                stores.hubDuties().insert(parked(duty, conflict), Duration.ZERO);
            }
            return null;
        });
    }

    private static boolean isParked(Stores stores, HubDuty duty) {
        return stores.hubDuties().of(duty.registrationId()).stream()
                .filter(other -> other.kind() == HubDuty.Kind.CONFLICT)
                .anyMatch(other -> other.place().equals(duty.place())
                        && other.incarnation().equals(duty.incarnation()));
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
