package io.fairlead.application.administration;

import io.fairlead.application.answering.AnsweringUnitOfWork;
import io.fairlead.application.port.EnrollmentGroupStore;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WebhookCheck;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.application.throttling.RecordRoom;
import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The enrollment groups over their store. */
public final class EnrollmentGroupService implements EnrollmentGroups {
    private final UnitOfWork work;
    private final EnrollmentDesk desk;
    private final OperatorTrail trail;
    private final RecordRoom room;

    public EnrollmentGroupService(UnitOfWork work, LinkedHubDirectory hubs, IdSource ids, Clock clock) {
        this(work, hubs, WebhookCheck.ANY, ids, clock, RecordRoom.unlimited(clock));
    }

    /**
     * The entries.
     *
     * @param webhooks which webhooks may be named
     * @param room how many there may be
     */
    public EnrollmentGroupService(
            UnitOfWork work,
            LinkedHubDirectory hubs,
            WebhookCheck webhooks,
            IdSource ids,
            Clock clock,
            RecordRoom room) {
        this.work = new AnsweringUnitOfWork(work);
        this.desk = new EnrollmentDesk(hubs, webhooks, ids, clock);
        this.trail = new OperatorTrail(ids, clock);
        this.room = room;
    }

    @Override
    public SavedEntry<EnrollmentGroup> put(
            EnrollmentGroupId id, EnrollmentDraft draft, Precondition precondition, String caller) {
        return work.write(stores -> put(stores, id, draft, precondition, caller));
    }

    @Override
    public EnrollmentGroup get(EnrollmentGroupId id) {
        return work.read(stores -> find(stores, id));
    }

    @Override
    public void delete(EnrollmentGroupId id, Precondition precondition, String caller) {
        work.write(stores -> delete(stores, id, precondition, caller));
        room.freed();
    }

    @Override
    public List<BulkOutcome<EnrollmentGroupId>> apply(BulkChange<EnrollmentGroupId> change, String caller) {
        List<BulkOutcome<EnrollmentGroupId>> outcomes =
                work.write(stores -> BulkOutcome.ofEach(change, item -> apply(stores, item, caller)));
        room.freed();
        return outcomes;
    }

    @Override
    public Attestation attestation(EnrollmentGroupId id, String caller) {
        return work.write(stores -> {
            EnrollmentGroup stored = find(stores, id);
            trail.keysShown(stores, AuditSubject.group(id), caller, name(id));
            return stored.terms().attestation();
        });
    }

    private void apply(Stores stores, BulkItem<EnrollmentGroupId> item, String caller) {
        boolean isThere = stores.groups().find(item.id()).isPresent();
        item.match(
                create -> {
                    EnrollmentDesk.demandAbsence(isThere, name(item.id()));
                    return put(stores, create.id(), create.draft(), Precondition.NONE, caller);
                },
                update -> {
                    EnrollmentDesk.demandPresence(isThere, name(item.id()));
                    return put(stores, update.id(), update.draft(), update.precondition(), caller);
                },
                delete -> delete(stores, delete.id(), Precondition.NONE, caller),
                broken -> {
                    throw broken.problem().asException();
                });
    }

    private SavedEntry<EnrollmentGroup> put(
            Stores stores, EnrollmentGroupId id, EnrollmentDraft draft, Precondition precondition, String caller) {
        Optional<EnrollmentGroup> stored = stores.groups().find(id);
        EnrollmentDesk.demand(precondition, stored.map(EnrollmentGroup::stamp), name(id));
        EnrollmentGroup next = new EnrollmentGroup(
                stored.map(EnrollmentGroup::groupId).orElse(id),
                desk.terms(draft, stored.map(EnrollmentGroup::terms)),
                desk.stamp(stored.map(EnrollmentGroup::stamp)));
        if (stored.isEmpty()) room.demand(stores.groups()::count);
        CertificateDesk.reserve(stores, next.ref(), next.terms().attestation());
        save(stores.groups(), stored, next);
        trail.entrySaved(
                stores,
                AuditSubject.group(next.groupId()),
                stored.isEmpty(),
                caller,
                EntryChanges.of(stored.map(EnrollmentGroup::terms), next.terms()));
        return new SavedEntry<>(next, desk.mayShowKeys(draft, stored.map(EnrollmentGroup::terms), next.terms()));
    }

    private EnrollmentGroup delete(Stores stores, EnrollmentGroupId id, Precondition precondition, String caller) {
        EnrollmentGroup stored = find(stores, id);
        EnrollmentDesk.demand(precondition, Optional.of(stored.stamp()), name(id));
        if (!stores.groups().remove(id, stored.stamp().etag())) {
            throw new WriteConflict(name(id) + " was changed at the same moment");
        }
        CertificateDesk.release(stores, stored.ref());
        room.freed();
        trail.entryRemoved(stores, AuditSubject.group(id), caller);
        return stored;
    }

    private static EnrollmentGroup find(Stores stores, EnrollmentGroupId id) {
        return stores.groups().find(id).orElseThrow(() -> EnrollmentDesk.notFound(name(id)));
    }

    private static void save(EnrollmentGroupStore store, Optional<EnrollmentGroup> stored, EnrollmentGroup next) {
        boolean saved =
                stored.isPresent() ? store.replace(next, stored.get().stamp().etag()) : store.insert(next);
        if (!saved) {
            throw new WriteConflict(name(next.groupId()) + " was changed at the same moment");
        }
    }

    private static String name(EnrollmentGroupId id) {
        return "enrollment group '" + id + "'";
    }
}
