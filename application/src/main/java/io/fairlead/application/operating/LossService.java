package io.fairlead.application.operating;

import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operating.LossAcceptance;
import io.fairlead.domain.operation.AuditSubject;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accepted losses over their store. */
public final class LossService implements Losses {
    private static final int LONGEST_REASON = 500;
    /** Acceptances for single devices; whoever needs more means a hub. */
    private static final int MOST = 1_000;

    private final OperatingDesk desk;

    public LossService(UnitOfWork work, IdSource ids, Clock clock) {
        this.desk = new OperatingDesk(work, ids, clock, () -> {});
    }

    @Override
    public List<LossAcceptance> all() {
        return desk.read(stores -> stores.losses().all());
    }

    @Override
    public LossAcceptance acceptFor(RegistrationId device, String reason, Operator by) {
        return desk.change(stores -> {
            HubAssignment at = stores.registrations()
                    .find(device)
                    .flatMap(DeviceRegistration::assignment)
                    .orElseThrow(() -> OperatingDesk.notFound("an assignment of device '" + device + "'"));
            LossAcceptance next = new LossAcceptance(
                    at.key().hub(),
                    Optional.of(device),
                    Optional.of(at.incarnation()),
                    checked(reason),
                    desk.stamp(stores.losses().find(LossAcceptance.keyOf(device))));
            return keep(stores, next, AuditSubject.device(device), by);
        });
    }

    @Override
    public LossAcceptance acceptFor(HubName hub, String reason, Operator by) {
        return desk.change(stores -> {
            LossAcceptance next = new LossAcceptance(
                    hub,
                    Optional.empty(),
                    Optional.empty(),
                    checked(reason),
                    desk.stamp(stores.losses().find(LossAcceptance.keyOf(hub))));
            return keep(stores, next, AuditSubject.hub(hub), by);
        });
    }

    private LossAcceptance keep(Stores stores, LossAcceptance next, AuditSubject subject, Operator by) {
        Optional<LossAcceptance> stored = stores.losses().find(next.key());
        if (stored.isEmpty() && stores.losses().all().size() >= MOST) {
            throw Problem.of(
                            Kind.CONFLICT,
                            "there are " + MOST + " accepted losses: withdraw some, or accept it for a hub")
                    .asException();
        }
        desk.audit(stores, by, subject, List.of(next.hub()), Deed.LOSS_ACCEPTED, Map.of("reason", next.reason()));
        return OperatingDesk.save(stores.losses(), stored, next);
    }

    @Override
    public void withdraw(RegistrationId device, Operator by) {
        withdraw(LossAcceptance.keyOf(device), AuditSubject.device(device), by);
    }

    @Override
    public void withdraw(HubName hub, Operator by) {
        withdraw(LossAcceptance.keyOf(hub), AuditSubject.hub(hub), by);
    }

    private void withdraw(String key, AuditSubject subject, Operator by) {
        desk.change(stores -> {
            LossAcceptance stored =
                    stores.losses().find(key).orElseThrow(() -> OperatingDesk.notFound("an accepted loss for " + key));
            OperatingDesk.remove(stores.losses(), stored);
            desk.audit(stores, by, subject, List.of(stored.hub()), Deed.LOSS_WITHDRAWN, Map.of());
            return stored;
        });
    }

    private static String checked(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.field("reason", "say in 1 to " + LONGEST_REASON + " characters why the loss is accepted")
                    .asException();
        }
        return reason;
    }
}
