package io.fairlead.application.administration;

import io.fairlead.application.answering.AnsweringUnitOfWork;
import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.Locale;

/** Queries over the stores, a statement a chunk. */
public final class RecordQueryService implements RecordQueries {
    private final UnitOfWork work;

    public RecordQueryService(UnitOfWork work) {
        this.work = new AnsweringUnitOfWork(work);
    }

    @Override
    public Page<IndividualEnrollment> enrollments(String query, PageRequest request) {
        refuseConditions(query);
        return new PageScan<IndividualEnrollment>(
                        request, entry -> true, entry -> entry.registrationId().canonical())
                .of(chunk -> work.read(stores -> stores.enrollments().page(KeyRange.ALL, chunk)));
    }

    @Override
    public Page<EnrollmentGroup> groups(String query, PageRequest request) {
        refuseConditions(query);
        return new PageScan<EnrollmentGroup>(
                        request, group -> true, group -> group.groupId().canonical())
                .of(chunk -> work.read(stores -> stores.groups().page(KeyRange.ALL, chunk)));
    }

    @Override
    public Page<DeviceRegistration> registrations(EnrollmentGroupId group, String query, PageRequest request) {
        refuseConditions(query);
        return new PageScan<DeviceRegistration>(
                        request, record -> true, record -> record.id().canonical())
                .of(chunk -> work.read(stores -> stores.registrations().inGroup(group, KeyRange.ALL, chunk)));
    }

    private static void refuseConditions(String query) {
        if (query.toLowerCase(Locale.ROOT).contains("where")) {
            throw Problem.of(Problem.Kind.INVALID, "conditions cannot be applied yet; leave WHERE and what follows out")
                    .asException();
        }
    }
}
