package io.fairlead.application.fake;

import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.EnrollmentGroupStore;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Enrollment groups in a table. */
final class InMemoryEnrollmentGroupStore implements EnrollmentGroupStore {
    private final Table<EnrollmentGroup> rows;

    InMemoryEnrollmentGroupStore(Table<EnrollmentGroup> rows) {
        this.rows = rows;
    }

    @Override
    public Optional<EnrollmentGroup> find(EnrollmentGroupId id) {
        return rows.find(id.canonical());
    }

    @Override
    public boolean insert(EnrollmentGroup group) {
        rows.requireWritable();
        if (find(group.groupId()).isPresent()) {
            return false;
        }
        rows.put(group.groupId().canonical(), group);
        return true;
    }

    @Override
    public boolean replace(EnrollmentGroup group, ETag expected) {
        if (!isAt(group.groupId(), expected)) {
            return false;
        }
        rows.put(group.groupId().canonical(), group);
        return true;
    }

    @Override
    public boolean remove(EnrollmentGroupId id, ETag expected) {
        if (!isAt(id, expected)) {
            return false;
        }
        rows.remove(id.canonical());
        return true;
    }

    @Override
    public Map<EnrollmentGroupId, ETag> versionsWithSymmetricKeys() {
        return withSymmetricKeys().stream()
                .collect(Collectors.toMap(
                        EnrollmentGroup::groupId, group -> group.stamp().etag()));
    }

    @Override
    public List<EnrollmentGroup> withSymmetricKeys() {
        return rows.startingWith("").stream()
                .filter(group -> group.terms().attestation().match(x509 -> false, symmetric -> true, tpm -> false))
                .toList();
    }

    @Override
    public Page<EnrollmentGroup> page(KeyRange range, PageRequest request) {
        return rows.page(range, request, group -> true, group -> group.groupId().canonical());
    }

    @Override
    public long count() {
        return rows.startingWith("").size();
    }

    private boolean isAt(EnrollmentGroupId id, ETag expected) {
        rows.requireWritable();
        return find(id).filter(row -> row.stamp().etag().equals(expected)).isPresent();
    }
}
