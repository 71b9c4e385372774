package io.fairlead.application.operating;

import io.fairlead.application.administration.Precondition;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.operating.InstanceSettings;
import io.fairlead.domain.operating.Quotas;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The instance settings over their store. */
public final class InstanceService implements Instance {
    /** What an operator reads, and may name in a precondition, before anything was changed. */
    private static final InstanceSettings INITIAL =
            InstanceSettings.initial(EntryStamp.created(new ETag("initial"), Instant.EPOCH));

    private final IdScope idScope;
    private final Quotas configured;
    private final OperatingDesk desk;

    /**
     * The settings of a service.
     *
     * @param configured the quotas that hold as far as operators have not said others
     * @param changed runs after every change
     */
    public InstanceService(
            IdScope idScope, Quotas configured, UnitOfWork work, IdSource ids, Clock clock, Runnable changed) {
        this.idScope = idScope;
        this.configured = configured;
        this.desk = new OperatingDesk(work, ids, clock, changed);
    }

    @Override
    public IdScope idScope() {
        return idScope;
    }

    @Override
    public InstanceSettings settings() {
        return desk.read(InstanceService::stored).orElse(INITIAL);
    }

    @Override
    public Quotas quotas(InstanceSettings settings) {
        return settings.quotas().over(configured);
    }

    @Override
    public InstanceSettings change(UnaryOperator<InstanceSettings> change, Precondition precondition, Operator by) {
        return desk.change(stores -> {
            Optional<InstanceSettings> stored = stored(stores);
            InstanceSettings before = stored.orElse(INITIAL);
            OperatingDesk.demand(precondition, Optional.of(before), "the instance settings");
            InstanceSettings next = change.apply(before).stamped(desk.stamp(stored));
            desk.audit(
                    stores,
                    by,
                    new AuditSubject(AuditSubject.Kind.SERVICE, InstanceSettings.KEY),
                    List.of(),
                    Deed.SETTINGS_CHANGED,
                    Map.of("now", words(next), "was", words(before)));
            return OperatingDesk.save(stores.instanceSettings(), stored, next);
        });
    }

    /** All but the stamp. */
    private static String words(InstanceSettings settings) {
        return settings.stamped(INITIAL.stamp()).toString();
    }

    private static Optional<InstanceSettings> stored(Stores stores) {
        return stores.instanceSettings().find(InstanceSettings.KEY);
    }
}
