package io.fairlead.application.administration;

import io.fairlead.application.answering.AnsweringUnitOfWork;
import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.query.Condition;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.registration.DeviceRegistration;

/** Queries over the stores, a statement a chunk; the condition's keys narrow what is looked at. */
public final class RecordQueryService implements RecordQueries {
    private final UnitOfWork work;

    public RecordQueryService(UnitOfWork work) {
        this.work = new AnsweringUnitOfWork(work);
    }

    @Override
    public Page<IndividualEnrollment> enrollments(Condition<IndividualEnrollment> condition, PageRequest request) {
        KeyRange range = condition.keys();
        return new PageScan<>(
                        request, condition, entry -> entry.registrationId().canonical())
                .of(chunk -> work.read(stores -> stores.enrollments().page(range, chunk)));
    }

    @Override
    public Page<EnrollmentGroup> groups(Condition<EnrollmentGroup> condition, PageRequest request) {
        KeyRange range = condition.keys();
        return new PageScan<>(request, condition, group -> group.groupId().canonical())
                .of(chunk -> work.read(stores -> stores.groups().page(range, chunk)));
    }

    @Override
    public Page<DeviceRegistration> registrations(
            EnrollmentGroupId group, Condition<DeviceRegistration> condition, PageRequest request) {
        KeyRange range = condition.keys();
        return new PageScan<>(request, condition, record -> record.id().canonical())
                .of(chunk -> work.read(stores -> stores.registrations().inGroup(group, range, chunk)));
    }
}
