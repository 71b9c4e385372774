package io.fairlead.application.fake;

import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.EnrollmentStore;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.RegistrationId;
import java.util.Optional;

/** Individual enrollments in a table. */
final class InMemoryEnrollmentStore implements EnrollmentStore {
    private final Table<IndividualEnrollment> rows;

    InMemoryEnrollmentStore(Table<IndividualEnrollment> rows) {
        this.rows = rows;
    }

    @Override
    public Optional<IndividualEnrollment> find(RegistrationId id) {
        return rows.find(id.canonical());
    }

    @Override
    public boolean insert(IndividualEnrollment enrollment) {
        rows.requireWritable();
        if (find(enrollment.registrationId()).isPresent()) {
            return false;
        }
        rows.put(enrollment.registrationId().canonical(), enrollment);
        return true;
    }

    @Override
    public boolean replace(IndividualEnrollment enrollment, ETag expected) {
        if (!isAt(enrollment.registrationId(), expected)) {
            return false;
        }
        rows.put(enrollment.registrationId().canonical(), enrollment);
        return true;
    }

    @Override
    public boolean remove(RegistrationId id, ETag expected) {
        if (!isAt(id, expected)) {
            return false;
        }
        rows.remove(id.canonical());
        return true;
    }

    @Override
    public Page<IndividualEnrollment> page(KeyRange range, PageRequest request) {
        return rows.page(
                range, request, entry -> true, entry -> entry.registrationId().canonical());
    }

    @Override
    public long count() {
        return rows.startingWith("").size();
    }

    private boolean isAt(RegistrationId id, ETag expected) {
        rows.requireWritable();
        return find(id).filter(row -> row.stamp().etag().equals(expected)).isPresent();
    }
}
