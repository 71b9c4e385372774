package io.fairlead.application.administration;

import io.fairlead.application.answering.AnsweringUnitOfWork;
import io.fairlead.application.port.EnrollmentStore;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.RegistrationId;
import java.time.Clock;
import java.util.Optional;

/** The individual enrollments over their store. */
public final class IndividualEnrollmentService implements IndividualEnrollments {
    private final UnitOfWork work;
    private final EnrollmentDesk desk;

    public IndividualEnrollmentService(
            UnitOfWork work, LinkedHubDirectory hubs, AllocationPolicy defaultAllocation, IdSource ids, Clock clock) {
        this.work = new AnsweringUnitOfWork(work);
        this.desk = new EnrollmentDesk(hubs, defaultAllocation, ids, clock);
    }

    @Override
    public IndividualEnrollment put(RegistrationId id, EnrollmentDraft draft, Precondition precondition) {
        return work.write(stores -> {
            Optional<IndividualEnrollment> stored = stores.enrollments().find(id);
            EnrollmentDesk.demand(precondition, stored.map(IndividualEnrollment::stamp), name(id));
            IndividualEnrollment next = new IndividualEnrollment(
                    stored.map(IndividualEnrollment::registrationId).orElse(id),
                    draft.deviceId(),
                    draft.optionalDeviceInformation(),
                    desk.terms(draft, stored.map(IndividualEnrollment::terms)),
                    desk.stamp(stored.map(IndividualEnrollment::stamp)));
            save(stores.enrollments(), stored, next);
            return next;
        });
    }

    @Override
    public IndividualEnrollment get(RegistrationId id) {
        return work.read(stores -> stores.enrollments().find(id)).orElseThrow(() -> EnrollmentDesk.notFound(name(id)));
    }

    @Override
    public void delete(RegistrationId id, Precondition precondition) {
        work.write(stores -> {
            IndividualEnrollment stored =
                    stores.enrollments().find(id).orElseThrow(() -> EnrollmentDesk.notFound(name(id)));
            EnrollmentDesk.demand(precondition, Optional.of(stored.stamp()), name(id));
            if (!stores.enrollments().remove(id, stored.stamp().etag())) {
                throw new WriteConflict(name(id) + " was changed at the same moment");
            }
            return null;
        });
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
