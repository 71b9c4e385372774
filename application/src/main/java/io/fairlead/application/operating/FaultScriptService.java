package io.fairlead.application.operating;

import io.fairlead.application.administration.Precondition;
import io.fairlead.application.port.FaultScriptCheck;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.operating.FaultScriptText;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fault script over its store. */
public final class FaultScriptService implements FaultScripts {
    private static final int LONGEST = 16_384;
    private static final FaultScriptText NONE =
            new FaultScriptText("", EntryStamp.created(new ETag("initial"), Instant.EPOCH));

    private final OperatingDesk desk;
    private final FaultScriptCheck check;

    /** @param changed runs after every change */
    public FaultScriptService(UnitOfWork work, IdSource ids, Clock clock, Runnable changed, FaultScriptCheck check) {
        this.desk = new OperatingDesk(work, ids, clock, changed);
        this.check = check;
    }

    @Override
    public FaultScriptText get() {
        return desk.read(FaultScriptService::stored).orElse(NONE);
    }

    @Override
    public FaultScriptText put(String text, Precondition precondition, Operator by) {
        if (text.length() > LONGEST) {
            throw Problem.field("script", "must have at most " + LONGEST + " characters")
                    .asException();
        }
        check.fault(text).ifPresent(fault -> {
            throw Problem.field("script", fault).asException();
        });
        return desk.change(stores -> {
            Optional<FaultScriptText> stored = stored(stores);
            OperatingDesk.demand(precondition, Optional.of(stored.orElse(NONE)), "the fault script");
            desk.audit(
                    stores,
                    by,
                    new AuditSubject(AuditSubject.Kind.SERVICE, FaultScriptText.KEY),
                    List.of(),
                    Deed.FAULTS_CHANGED,
                    Map.of("script", text));
            return OperatingDesk.save(stores.faultScripts(), stored, new FaultScriptText(text, desk.stamp(stored)));
        });
    }

    private static Optional<FaultScriptText> stored(Stores stores) {
        return stores.faultScripts().find(FaultScriptText.KEY);
    }
}
