package io.fairlead.application.operating;

import io.fairlead.application.administration.Precondition;
import io.fairlead.application.answering.AnsweringUnitOfWork;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.OperatorRecordStore;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operating.OperatorRecord;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What every change of an operator's record has in common: preconditions, stamps, the audit entry, the fresh copy. */
final class OperatingDesk {
    private static final int LONGEST_NAME = 128;

    private final UnitOfWork work;
    private final IdSource ids;
    private final Clock clock;
    private final Runnable changed;

    /** @param changed runs after every change */
    OperatingDesk(UnitOfWork work, IdSource ids, Clock clock, Runnable changed) {
        this.work = new AnsweringUnitOfWork(work);
        this.ids = ids;
        this.clock = clock;
        this.changed = changed;
    }

    <T> T read(Function<Stores, T> question) {
        return work.read(question);
    }

    <T> T change(Function<Stores, T> change) {
        T result = work.write(change);
        try {
            changed.run();
        } catch (RuntimeException e) {
            // The change stands; this node sees it when its timer looks next, as the others do.
        }
        return result;
    }

    IdSource ids() {
        return ids;
    }

    EntryStamp stamp(Optional<? extends OperatorRecord> stored) {
        return stored.map(record -> record.stamp().changed(ids.newETag(), clock.instant()))
                .orElseGet(() -> EntryStamp.created(ids.newETag(), clock.instant()));
    }

    /** Adds or replaces, whatever was found in the same transaction. */
    static <T extends OperatorRecord> T save(OperatorRecordStore<T> store, Optional<T> stored, T next) {
        boolean saved =
                stored.isPresent() ? store.replace(next, stored.get().stamp().etag()) : store.insert(next);
        if (!saved) {
            throw lost(next.key());
        }
        return next;
    }

    static <T extends OperatorRecord> void remove(OperatorRecordStore<T> store, T stored) {
        if (!store.remove(stored.key(), stored.stamp().etag())) {
            throw lost(stored.key());
        }
    }

    private static WriteConflict lost(String key) {
        return new WriteConflict(key + " was changed at the same moment");
    }

    /** Refuses when what is there is not what the caller expects. */
    static void demand(Precondition precondition, Optional<? extends OperatorRecord> stored, String what) {
        Optional<ETag> current = stored.map(record -> record.stamp().etag());
        if (!precondition.isMetBy(current)) {
            throw Problem.of(Kind.PRECONDITION_FAILED, what + precondition.unmet(current))
                    .asException();
        }
    }

    /** A record as messages name it: whatever was asked for, shortened. */
    static String named(String kind, String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return kind + " '" + shown + "'";
    }

    static RuntimeException notFound(String what) {
        return Problem.of(Kind.NOT_FOUND, what + " does not exist").asException();
    }

    /** Leaves a trace of the deed in the transaction of its effect. */
    void audit(
            Stores stores,
            Operator by,
            AuditSubject subject,
            List<HubName> hubs,
            Deed deed,
            Map<String, String> inputs) {
        stores.audit()
                .append(new AuditEntry(
                                ids.newRowId(),
                                subject,
                                Optional.empty(),
                                clock.instant(),
                                deed.name(),
                                deed.words(),
                                inputs)
                        .about(hubs)
                        .by(by.policy()));
    }
}
