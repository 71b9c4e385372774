package io.fairlead.application.operating;

import io.fairlead.application.administration.Precondition;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.domain.allocation.Coordinates;
import io.fairlead.domain.allocation.HubPlace;
import io.fairlead.domain.allocation.LinkedHub;
import io.fairlead.domain.allocation.Region;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operating.HubLink;
import io.fairlead.domain.operating.LossAcceptance;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** The linked hubs over their store. */
public final class HubService implements Hubs {
    /** Every request looks through them. */
    private static final int MOST = 50;

    private final OperatingDesk desk;
    private final Supplier<OptionalInt> quota;

    /** As many hubs as can be. */
    public HubService(UnitOfWork work, IdSource ids, Clock clock, Runnable changed) {
        this(work, ids, clock, changed, OptionalInt::empty);
    }

    /**
     * Over this store.
     *
     * @param changed runs after every change
     * @param quota how many hubs there may be, asked at each new one
     */
    public HubService(UnitOfWork work, IdSource ids, Clock clock, Runnable changed, Supplier<OptionalInt> quota) {
        this.desk = new OperatingDesk(work, ids, clock, changed);
        this.quota = quota;
    }

    @Override
    public List<HubLink> all() {
        return desk.read(stores -> stores.hubLinks().all());
    }

    @Override
    public HubLink get(HubName name) {
        return desk.read(stores -> found(stores, name));
    }

    @Override
    public long assigned(HubName name) {
        return desk.read(stores -> stores.registrations().countAt(name));
    }

    @Override
    public HubLink put(HubName name, HubDraft draft, Precondition precondition, Operator by) {
        return desk.change(stores -> {
            Optional<HubLink> stored = stores.hubLinks().find(name.value());
            OperatingDesk.demand(precondition, stored, words(name));
            int most = Math.min(MOST, quota.get().orElse(MOST));
            if (stored.isEmpty() && stores.hubLinks().all().size() >= most) {
                throw conflict("there are " + most + " linked hubs already, and no more are possible", Map.of());
            }
            HubLink next = new HubLink(
                    new LinkedHub(name, draft.weight(), draft.inAllocation(), draft.place()),
                    draft.kind(),
                    draft.secret().or(() -> stored.flatMap(HubLink::secret)),
                    desk.stamp(stored));
            if (stored.isEmpty()) {
                endLoss(stores, name);
            }
            audit(stores, by, name, stored.isPresent() ? Deed.HUB_CHANGED : Deed.HUB_LINKED, facts(draft, stored));
            return OperatingDesk.save(stores.hubLinks(), stored, next);
        });
    }

    @Override
    public long unlink(HubName name, boolean force, Precondition precondition, Operator by) {
        return desk.change(stores -> {
            HubLink stored = found(stores, name);
            OperatingDesk.demand(precondition, Optional.of(stored), words(name));
            long assigned = stores.registrations().countAt(name);
            if (assigned > 0 && !force) {
                throw conflict(
                        assigned + " devices are assigned to " + words(name)
                                + ": move them first, or unlink it with force=true; they then stay on record, and those"
                                + " that would have to bring their state along are refused until it is linked again or"
                                + " the loss is accepted",
                        Map.of("assignedDevices", Long.toString(assigned)));
            }
            OperatingDesk.remove(stores.hubLinks(), stored);
            audit(stores, by, name, Deed.HUB_UNLINKED, Map.of("assignedDevices", Long.toString(assigned)));
            return assigned;
        });
    }

    /** Whoever links a hub again has it back. */
    private static void endLoss(Stores stores, HubName name) {
        stores.losses().find(LossAcceptance.keyOf(name)).ifPresent(loss -> OperatingDesk.remove(stores.losses(), loss));
    }

    private static Map<String, String> facts(HubDraft draft, Optional<HubLink> stored) {
        return Map.of(
                "kind", draft.kind().word(),
                "weight", Integer.toString(draft.weight()),
                "inAllocation", Boolean.toString(draft.inAllocation()),
                "place", place(draft.place()),
                "credentials", draft.secret().isPresent() ? "given" : "as before",
                "was",
                        stored.map(link -> "weight " + link.hub().weight() + ", inAllocation "
                                        + link.hub().inAllocation() + ", place "
                                        + place(link.hub().place()))
                                .orElse("not linked"));
    }

    private static String place(HubPlace place) {
        return place.region().map(Region::name).orElse("no region") + " at "
                + place.coordinates().map(Coordinates::toString).orElse("no coordinates");
    }

    private static HubLink found(Stores stores, HubName name) {
        return stores.hubLinks().find(name.value()).orElseThrow(() -> OperatingDesk.notFound(words(name)));
    }

    private void audit(Stores stores, Operator by, HubName name, Deed deed, Map<String, String> inputs) {
        desk.audit(stores, by, AuditSubject.hub(name), List.of(name), deed, inputs);
    }

    private static RuntimeException conflict(String detail, Map<String, String> facts) {
        return new Problem(Kind.CONFLICT, detail, facts).asException();
    }

    private static String words(HubName name) {
        return "linked hub '" + name + "'";
    }
}
