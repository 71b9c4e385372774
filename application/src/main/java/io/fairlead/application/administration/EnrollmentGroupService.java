package io.fairlead.application.administration;

import io.fairlead.application.answering.AnsweringUnitOfWork;
import io.fairlead.application.port.EnrollmentGroupStore;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.identity.EnrollmentGroupId;
import java.time.Clock;
import java.util.Optional;

/** The enrollment groups over their store. */
public final class EnrollmentGroupService implements EnrollmentGroups {
    private final UnitOfWork work;
    private final EnrollmentDesk desk;

    public EnrollmentGroupService(
            UnitOfWork work, LinkedHubDirectory hubs, AllocationPolicy defaultAllocation, IdSource ids, Clock clock) {
        this.work = new AnsweringUnitOfWork(work);
        this.desk = new EnrollmentDesk(hubs, defaultAllocation, ids, clock);
    }

    @Override
    public EnrollmentGroup put(EnrollmentGroupId id, EnrollmentDraft draft, Precondition precondition) {
        return work.write(stores -> {
            Optional<EnrollmentGroup> stored = stores.groups().find(id);
            EnrollmentDesk.demand(precondition, stored.map(EnrollmentGroup::stamp), name(id));
            EnrollmentGroup next = new EnrollmentGroup(
                    stored.map(EnrollmentGroup::groupId).orElse(id),
                    desk.terms(draft, stored.map(EnrollmentGroup::terms)),
                    desk.stamp(stored.map(EnrollmentGroup::stamp)));
            save(stores.groups(), stored, next);
            return next;
        });
    }

    @Override
    public EnrollmentGroup get(EnrollmentGroupId id) {
        return work.read(stores -> stores.groups().find(id)).orElseThrow(() -> EnrollmentDesk.notFound(name(id)));
    }

    @Override
    public void delete(EnrollmentGroupId id, Precondition precondition) {
        work.write(stores -> {
            EnrollmentGroup stored = stores.groups().find(id).orElseThrow(() -> EnrollmentDesk.notFound(name(id)));
            EnrollmentDesk.demand(precondition, Optional.of(stored.stamp()), name(id));
            if (!stores.groups().remove(id, stored.stamp().etag())) {
                throw new WriteConflict(name(id) + " was changed at the same moment");
            }
            return null;
        });
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
