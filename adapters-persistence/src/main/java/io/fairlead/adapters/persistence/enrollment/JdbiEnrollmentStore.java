package io.fairlead.adapters.persistence.enrollment;

import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.adapters.persistence.sql.PageOf;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.application.paging.KeyRange;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.EnrollmentStore;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** Individual enrollments in the table {@code enrollments}. */
public final class JdbiEnrollmentStore implements EnrollmentStore {
    private static final String FIND = """
            select id, etag, created_at, updated_at, entry, information
            from fairlead.enrollments where id = :id
            """;
    private static final String PAGE = """
            select id, etag, created_at, updated_at, entry, information
            from fairlead.enrollments where
            """ + PageOf.STRETCH;
    private static final String COUNT = "select count(*) from fairlead.enrollments";
    private static final String INSERT = """
            insert into fairlead.enrollments (id, etag, created_at, updated_at, entry, information)
            values (:id, :etag, :createdAt, :updatedAt, :entry, :information)
            on conflict do nothing
            """;
    private static final String REPLACE = """
            update fairlead.enrollments
            set etag = :etag, created_at = :createdAt, updated_at = :updatedAt, entry = :entry, information = :information
            where id = :id and etag = :expected
            """;
    private static final String REMOVE = "delete from fairlead.enrollments where id = :id and etag = :expected";

    private final SqlSession sql;
    private final RowMapper<IndividualEnrollment> entry;

    public JdbiEnrollmentStore(SqlSession sql) {
        this.sql = sql;
        this.entry = (row, context) -> EnrollmentRow.at(row, "").toEnrollment(sql.sealing());
    }

    @Override
    public Optional<IndividualEnrollment> find(RegistrationId id) {
        return sql.query(FIND).bind("id", id.canonical()).map(entry).findOne();
    }

    @Override
    public boolean insert(IndividualEnrollment enrollment) {
        return bound(sql.update(INSERT), enrollment).execute() == 1;
    }

    @Override
    public boolean replace(IndividualEnrollment enrollment, ETag expected) {
        return bound(sql.update(REPLACE), enrollment)
                        .bind("expected", expected.value())
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(RegistrationId id, ETag expected) {
        return sql.update(REMOVE)
                        .bind("id", id.canonical())
                        .bind("expected", expected.value())
                        .execute()
                == 1;
    }

    @Override
    public Page<IndividualEnrollment> page(KeyRange range, PageRequest request) {
        List<EnrollmentRow> rows = PageOf.bind(sql.query(PAGE), range, request)
                .map((row, context) -> EnrollmentRow.at(row, ""))
                .list();
        return PageOf.light(
                rows, request, EnrollmentRow::id, EnrollmentRow::weight, row -> row.toEnrollment(sql.sealing()));
    }

    @Override
    public long count() {
        return sql.query(COUNT).mapTo(Long.class).one();
    }

    private Update bound(Update update, IndividualEnrollment enrollment) {
        EnrollmentRow row = EnrollmentRow.from(enrollment, sql.sealing());
        return update.bind("id", row.id())
                .bind("etag", row.etag())
                .bind("createdAt", Columns.time(row.createdAt()))
                .bind("updatedAt", Columns.time(row.updatedAt()))
                .bind("entry", row.entry())
                .bind("information", row.information().orElse(null));
    }
}
