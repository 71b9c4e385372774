package io.fairlead.application.administration;

import io.fairlead.application.answering.AnsweringUnitOfWork;
import io.fairlead.application.port.DeviceDossier;
import io.fairlead.application.port.EnrollmentStore;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WebhookCheck;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.application.throttling.RecordRoom;
import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The individual enrollments over their store. */
public final class IndividualEnrollmentService implements IndividualEnrollments {
    private final UnitOfWork work;
    private final EnrollmentDesk desk;
    private final OperatorTrail trail;
    private final RecordRoom room;

    public IndividualEnrollmentService(UnitOfWork work, LinkedHubDirectory hubs, IdSource ids, Clock clock) {
        this(work, hubs, WebhookCheck.ANY, ids, clock, RecordRoom.unlimited(clock));
    }

    /**
     * The entries.
     *
     * @param webhooks which webhooks may be named
     * @param room how many there may be
     */
    public IndividualEnrollmentService(
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
    public SavedEntry<IndividualEnrollment> put(
            RegistrationId id, EnrollmentDraft draft, Precondition precondition, String caller) {
        return work.write(stores -> put(stores, id, draft, precondition, caller));
    }

    @Override
    public RegisteredEnrollment get(RegistrationId id) {
        DeviceDossier dossier = work.read(stores -> stores.dossier(id));
        return new RegisteredEnrollment(
                dossier.individual().orElseThrow(() -> EnrollmentDesk.notFound(name(id))), dossier.registration());
    }

    @Override
    public void delete(RegistrationId id, Precondition precondition, String caller) {
        work.write(stores -> delete(stores, id, precondition, caller));
        room.freed();
    }

    @Override
    public List<BulkOutcome<RegistrationId>> apply(BulkChange<RegistrationId> change, String caller) {
        List<BulkOutcome<RegistrationId>> outcomes =
                work.write(stores -> BulkOutcome.ofEach(change, item -> apply(stores, item, caller)));
        room.freed();
        return outcomes;
    }

    @Override
    public Attestation attestation(RegistrationId id, String caller) {
        return work.write(stores -> {
            IndividualEnrollment stored = find(stores, id);
            trail.keysShown(stores, AuditSubject.device(id), caller, name(id));
            return stored.terms().attestation();
        });
    }

    private void apply(Stores stores, BulkItem<RegistrationId> item, String caller) {
        boolean isThere = stores.enrollments().find(item.id()).isPresent();
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

    private SavedEntry<IndividualEnrollment> put(
            Stores stores, RegistrationId id, EnrollmentDraft draft, Precondition precondition, String caller) {
        Optional<IndividualEnrollment> stored = stores.enrollments().find(id);
        EnrollmentDesk.demand(precondition, stored.map(IndividualEnrollment::stamp), name(id));
        IndividualEnrollment next = new IndividualEnrollment(
                stored.map(IndividualEnrollment::registrationId).orElse(id),
                draft.deviceId(),
                draft.cannotSay(DraftField.DEVICE_INFORMATION)
                        ? stored.flatMap(IndividualEnrollment::optionalDeviceInformation)
                        : draft.optionalDeviceInformation(),
                desk.terms(draft, stored.map(IndividualEnrollment::terms)),
                desk.stamp(stored.map(IndividualEnrollment::stamp)));
        if (stored.isEmpty()) room.demand(stores.enrollments()::count);
        CertificateDesk.reserve(stores, next.ref(), next.terms().attestation());
        save(stores.enrollments(), stored, next);
        trail.entrySaved(
                stores,
                AuditSubject.device(next.registrationId()),
                stored.isEmpty(),
                caller,
                EntryChanges.of(stored, next));
        return new SavedEntry<>(next, desk.mayShowKeys(draft, stored.map(IndividualEnrollment::terms), next.terms()));
    }

    private IndividualEnrollment delete(Stores stores, RegistrationId id, Precondition precondition, String caller) {
        IndividualEnrollment stored = find(stores, id);
        EnrollmentDesk.demand(precondition, Optional.of(stored.stamp()), name(id));
        if (!stores.enrollments().remove(id, stored.stamp().etag())) {
            throw new WriteConflict(name(id) + " was changed at the same moment");
        }
        CertificateDesk.release(stores, stored.ref());
        room.freed();
        trail.entryRemoved(stores, AuditSubject.device(id), caller);
        return stored;
    }

    private static IndividualEnrollment find(Stores stores, RegistrationId id) {
        return stores.enrollments().find(id).orElseThrow(() -> EnrollmentDesk.notFound(name(id)));
    }

    private static void save(EnrollmentStore store, Optional<IndividualEnrollment> stored, IndividualEnrollment next) {
        boolean saved =
                stored.isPresent() ? store.replace(next, stored.get().stamp().etag()) : store.insert(next);
        if (!saved) {
            throw new WriteConflict(name(next.registrationId()) + " was changed at the same moment");
        }
    }

    private static String name(RegistrationId id) {
        return "individual enrollment '" + id + "'";
    }
}
