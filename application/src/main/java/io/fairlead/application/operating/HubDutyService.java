package io.fairlead.application.operating;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.domain.operation.AuditSubject;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.registration.DeviceRegistration;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hub duties over their store. */
public final class HubDutyService implements HubDuties {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final OperatingDesk desk;
    private final String node;
    private final Duration lease;

    /**
     * @param node the name of this node, which claims a duty for the moment in which it changes it
     * @param lease for that moment
     */
    public HubDutyService(UnitOfWork work, IdSource ids, Clock clock, String node, Duration lease) {
        this.desk = new OperatingDesk(work, ids, clock, () -> {});
        this.node = node;
        this.lease = lease;
    }

    @Override
    public Page<HubDuty> page(PageRequest request) {
        return desk.read(stores -> stores.hubDuties().page(request));
    }

    @Override
    public HubDuty get(String id) {
        return desk.read(stores -> found(stores, id));
    }

    @Override
    public HubDuty retry(String id, Operator by) {
        return desk.change(stores -> {
            requireConflict(found(stores, id), false);
            HubDuty claimed =
                    stores.hubDuties().claim(id, node, lease).orElseThrow(() -> OperatingDesk.notFound(words(id)));
            stores.hubDuties().postpone(claimed, AT_ONCE);
            audit(stores, by, claimed, Deed.DUTY_RETRIED);
            return claimed;
        });
    }

    @Override
    public void giveUp(String id, Operator by) {
        withdraw(id, false, Deed.DUTY_GIVEN_UP, by);
    }

    @Override
    public void keepArrived(String id, Operator by) {
        withdraw(id, true, Deed.CONFLICT_RESOLVED, by);
    }

    @Override
    public HubDuty keepLeft(String id, Operator by) {
        return desk.change(stores -> {
            HubDuty parked = found(stores, id);
            requireConflict(parked, true);
            requireRestorable(stores, parked);
            HubDuty owed = parked.decidedForLeft();
            stores.hubDuties().withdraw(id);
            stores.hubDuties().insert(owed, AT_ONCE);
            audit(stores, by, owed, Deed.CONFLICT_RESOLVED);
            return owed;
        });
    }

    private static void requireRestorable(Stores stores, HubDuty parked) {
        if (parked.conflict().filter(it -> !it.restorable().isEmpty()).isEmpty()) {
            throw Problem.of(
                            Kind.CONFLICT,
                            "nothing that the old hub held can be written now, since the versions do not differ in tags or"
                                    + " desired properties: only arrived can be kept")
                    .asException();
        }
        stores.registrations()
                .find(parked.registrationId())
                .flatMap(DeviceRegistration::assignment)
                .orElseThrow(() -> Problem.of(
                                Kind.CONFLICT, "the device is not assigned to a hub any more: only arrived can be kept")
                        .asException());
    }

    private void withdraw(String id, boolean conflict, Deed deed, Operator by) {
        desk.change(stores -> {
            HubDuty duty = found(stores, id);
            requireConflict(duty, conflict);
            stores.hubDuties().withdraw(id);
            audit(stores, by, duty, deed);
            return duty;
        });
    }

    private static void requireConflict(HubDuty duty, boolean wanted) {
        if ((duty.kind() == HubDuty.Kind.CONFLICT) != wanted) {
            throw Problem.of(
                            Kind.CONFLICT,
                            wanted
                                    ? words(duty.id()) + " is no parked conflict"
                                    : words(duty.id()) + " is a parked conflict: resolve it instead")
                    .asException();
        }
    }

    private static HubDuty found(Stores stores, String id) {
        return stores.hubDuties().find(id).orElseThrow(() -> OperatingDesk.notFound(words(id)));
    }

    private void audit(Stores stores, Operator by, HubDuty duty, Deed deed) {
        desk.audit(
                stores,
                by,
                AuditSubject.device(duty.registrationId()),
                List.of(duty.place().hub()),
                deed,
                inputs(duty, deed));
    }

    private static Map<String, String> inputs(HubDuty duty, Deed deed) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("duty", duty.kind().name());
        inputs.put("place", duty.place().toString());
        if (deed == Deed.CONFLICT_RESOLVED) {
            inputs.put("kept", duty.kind() == HubDuty.Kind.RESTORE_LEFT ? "left" : "arrived");
        }
        return inputs;
    }

    private static String words(String id) {
        return OperatingDesk.named("hub duty", id);
    }
}
