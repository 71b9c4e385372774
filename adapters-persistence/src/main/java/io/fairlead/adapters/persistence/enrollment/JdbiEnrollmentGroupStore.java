package io.fairlead.adapters.persistence.enrollment;

import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.adapters.persistence.sql.PageOf;
import io.fairlead.adapters.persistence.sql.SqlSession;
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
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** Enrollment groups in the table {@code enrollment_groups}. */
public final class JdbiEnrollmentGroupStore implements EnrollmentGroupStore {
    private static final String FIND = """
            select id, etag, attestation, created_at, updated_at, entry
            from fairlead.enrollment_groups where id = :id
            """;
    private static final String OF_KIND = """
            select id, etag, attestation, created_at, updated_at, entry
            from fairlead.enrollment_groups where attestation = :attestation order by id
            """;
    private static final String VERSIONS = """
            select id, etag from fairlead.enrollment_groups where attestation = :attestation
            """;
    private static final String PAGE = """
            select id, etag, attestation, created_at, updated_at, entry
            from fairlead.enrollment_groups where
            """ + PageOf.STRETCH;
    private static final String COUNT = "select count(*) from fairlead.enrollment_groups";
    private static final String INSERT = """
            insert into fairlead.enrollment_groups (id, etag, attestation, created_at, updated_at, entry)
            values (:id, :etag, :attestation, :createdAt, :updatedAt, :entry)
            on conflict do nothing
            """;
    private static final String REPLACE = """
            update fairlead.enrollment_groups
            set etag = :etag, attestation = :attestation, created_at = :createdAt, updated_at = :updatedAt, entry = :entry
            where id = :id and etag = :expected
            """;
    private static final String REMOVE = "delete from fairlead.enrollment_groups where id = :id and etag = :expected";

    private final SqlSession sql;
    private final RowMapper<EnrollmentGroup> group;

    public JdbiEnrollmentGroupStore(SqlSession sql) {
        this.sql = sql;
        this.group = (row, context) -> EnrollmentGroupRow.at(row, "").toGroup(sql.sealing());
    }

    @Override
    public Optional<EnrollmentGroup> find(EnrollmentGroupId id) {
        return sql.query(FIND).bind("id", id.canonical()).map(group).findOne();
    }

    @Override
    public boolean insert(EnrollmentGroup group) {
        return bound(sql.update(INSERT), group).execute() == 1;
    }

    @Override
    public boolean replace(EnrollmentGroup group, ETag expected) {
        return bound(sql.update(REPLACE), group)
                        .bind("expected", expected.value())
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(EnrollmentGroupId id, ETag expected) {
        return sql.update(REMOVE)
                        .bind("id", id.canonical())
                        .bind("expected", expected.value())
                        .execute()
                == 1;
    }

    @Override
    public List<EnrollmentGroup> withSymmetricKeys() {
        return sql.query(OF_KIND)
                .bind("attestation", AttestationForm.SYMMETRIC_KEY)
                .map(group)
                .list();
    }

    @Override
    public Map<EnrollmentGroupId, ETag> versionsWithSymmetricKeys() {
        return sql
                .query(VERSIONS)
                .bind("attestation", AttestationForm.SYMMETRIC_KEY)
                .map((row, context) ->
                        Map.entry(new EnrollmentGroupId(row.getString("id")), new ETag(row.getString("etag"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Page<EnrollmentGroup> page(KeyRange range, PageRequest request) {
        List<EnrollmentGroupRow> rows = PageOf.bind(sql.query(PAGE), range, request)
                .map((row, context) -> EnrollmentGroupRow.at(row, ""))
                .list();
        return PageOf.light(
                rows, request, EnrollmentGroupRow::id, row -> row.entry().length(), row -> row.toGroup(sql.sealing()));
    }

    @Override
    public long count() {
        return sql.query(COUNT).mapTo(Long.class).one();
    }

    private Update bound(Update update, EnrollmentGroup group) {
        EnrollmentGroupRow row = EnrollmentGroupRow.from(group, sql.sealing());
        return update.bind("id", row.id())
                .bind("etag", row.etag())
                .bind("attestation", row.attestation())
                .bind("createdAt", Columns.time(row.createdAt()))
                .bind("updatedAt", Columns.time(row.updatedAt()))
                .bind("entry", row.entry());
    }
}
