package io.fairlead.adapters.persistence.audit;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.adapters.persistence.sql.PageOf;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.application.paging.AuditQuery;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.AuditStore;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/** The audit log in the table {@code audit_entries}. */
public final class JdbiAuditStore implements AuditStore {
    private static final String APPEND = """
            insert into fairlead.audit_entries (subject, at, id, decision, hubs, entry)
            values (:subject, :at, :id, :decision, :hubs, :entry)
            """;
    private static final String OF_SUBJECT = """
            select at, id, decision, entry from fairlead.audit_entries
            where subject = :subject and (at, id) > (:at, :id)
            order by subject, at, id limit :limit
            """;

    private static final String PURGE = """
            delete from fairlead.audit_entries where (subject, at, id) in (
                select subject, at, id from fairlead.audit_entries
                where at < :before order by at, id limit :limit)
            """;

    private static final RowMapper<AuditEntry> ENTRY = (row, context) -> entry(row);

    private final SqlSession sql;

    public JdbiAuditStore(SqlSession sql) {
        this.sql = sql;
    }

    @Override
    public void append(AuditEntry entry) {
        sql.update(APPEND)
                .bind("subject", entry.subject().canonical())
                .bind("at", Columns.time(entry.at()))
                .bind("id", entry.id())
                .bind("decision", entry.decision())
                .bind("hubs", AuditSearch.names(entry.hubs()))
                .bind("entry", document(entry).text())
                .execute();
    }

    @Override
    public Page<AuditEntry> of(AuditSubject subject, PageRequest request) {
        AuditKey after = request.after().map(AuditKey::parse).orElse(AuditKey.FIRST);
        List<AuditEntry> rows = sql.query(OF_SUBJECT)
                .bind("subject", subject.canonical())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", PageOf.limit(request))
                .map(ENTRY)
                .list();
        return PageOf.rows(rows, request, entry -> AuditKey.of(entry).toString());
    }

    @Override
    public Page<AuditEntry> search(AuditQuery query, PageRequest request) {
        return new AuditSearch(sql, query).page(request, ENTRY);
    }

    @Override
    public int purgeBefore(Instant instant, int limit) {
        return sql.update(PURGE)
                .bind("before", Columns.time(instant))
                .bind("limit", limit)
                .execute();
    }

    private static DocumentWriter document(AuditEntry entry) {
        return new DocumentWriter()
                .put("kind", entry.subject().kind())
                .put("subject", entry.subject().id())
                .putIfPresent("operation", entry.operation(), OperationId::value)
                .putIfPresent("actor", entry.actor(), name -> name)
                .put("hubs", entry.hubs(), HubName::value)
                .put("reason", entry.reason())
                .put("inputs", entry.inputs());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Instant at = Columns.instant(row, "at");
        String decision = row.getString("decision");
        return DocumentReader.read(
                row.getString("entry"),
                stored -> new AuditEntry(
                        id,
                        new AuditSubject(stored.constant("kind", AuditSubject.Kind.class), stored.text("subject")),
                        stored.maybeText("operation").map(OperationId::new),
                        at,
                        stored.maybeText("actor"),
                        stored.maybeTexts("hubs").stream().map(HubName::new).toList(),
                        decision,
                        stored.text("reason"),
                        stored.table("inputs")));
    }
}
