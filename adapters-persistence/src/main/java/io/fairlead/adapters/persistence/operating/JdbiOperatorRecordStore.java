package io.fairlead.adapters.persistence.operating;

import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.application.port.OperatorRecordStore;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.operating.OperatorRecord;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** The records of one kind in the table {@code operator_records}. */
public final class JdbiOperatorRecordStore<T extends OperatorRecord> implements OperatorRecordStore<T> {
    private static final String SELECT =
            "select kind, id, etag, created_at, updated_at, document from fairlead.operator_records ";
    private static final String FIND = SELECT + "where kind = :kind and id = :id";
    private static final String ALL = SELECT + "where kind = :kind order by id";
    private static final String INSERT = """
            insert into fairlead.operator_records (kind, id, etag, created_at, updated_at, document)
            values (:kind, :id, :etag, :createdAt, :updatedAt, :document)
            on conflict do nothing
            """;
    private static final String REPLACE = """
            update fairlead.operator_records
            set etag = :etag, created_at = :createdAt, updated_at = :updatedAt, document = :document
            where kind = :kind and id = :id and etag = :expected
            """;
    private static final String REMOVE =
            "delete from fairlead.operator_records where kind = :kind and id = :id and etag = :expected";

    private final SqlSession sql;
    private final RecordForm<T> form;

    public JdbiOperatorRecordStore(SqlSession sql, RecordForm<T> form) {
        this.sql = sql;
        this.form = form;
    }

    @Override
    public Optional<T> find(String key) {
        return sql.query(FIND)
                .bind("kind", form.kind())
                .bind("id", key)
                .map((row, context) -> RecordRow.at(row).as(form, sql.sealing()))
                .findOne();
    }

    @Override
    public List<T> all() {
        return sql.query(ALL)
                .bind("kind", form.kind())
                .map((row, context) -> RecordRow.at(row).as(form, sql.sealing()))
                .list();
    }

    @Override
    public boolean insert(T added) {
        return bound(sql.update(INSERT), added).execute() == 1;
    }

    @Override
    public boolean replace(T next, ETag expected) {
        return bound(sql.update(REPLACE), next)
                        .bind("expected", expected.value())
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(String key, ETag expected) {
        return sql.update(REMOVE)
                        .bind("kind", form.kind())
                        .bind("id", key)
                        .bind("expected", expected.value())
                        .execute()
                == 1;
    }

    private Update bound(Update update, T it) {
        return update.bind("kind", form.kind())
                .bind("id", it.key())
                .bind("etag", it.stamp().etag().value())
                .bind("createdAt", Columns.time(it.stamp().createdAt()))
                .bind("updatedAt", Columns.time(it.stamp().lastUpdatedAt()))
                .bind("document", form.write().apply(it).text(RecordRow.seal(sql.sealing(), form.kind(), it.key())));
    }
}
