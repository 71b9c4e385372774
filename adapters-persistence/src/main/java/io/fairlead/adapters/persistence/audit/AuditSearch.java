package io.fairlead.adapters.persistence.audit;

import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.adapters.persistence.sql.PageOf;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.application.paging.AuditQuery;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * A question to the audit log, newest entries first. Time and subject have an index; hub and decision are looked for in a
 * window of rows, so a page costs the same wherever it begins and however rare its answer is.
 */
final class AuditSearch {
    /** So many rows a page looks at, at most. */
    private static final int WINDOW = 10_000;

    private static final String RANGE = """
            from fairlead.audit_entries
            where (at, id) < (:at, :id) and at >= :from %s
            order by at desc, id desc
            """;
    private static final String OF_SUBJECT = "and subject = :subject";
    private static final String FOUND = """
            select at, id, decision, entry from (select at, id, decision, hubs, entry %s limit :window) seen
            where (:decision = '' or decision = :decision) and (:hub = '' or position(:hub in hubs) > 0)
            order by at desc, id desc limit :limit
            """;
    private static final String END_OF_WINDOW = "select at, id %s limit 1 offset :window";
    private static final Instant LAST_INSTANT = Instant.parse("9999-12-31T00:00:00Z");

    private final SqlSession sql;
    private final AuditQuery query;

    AuditSearch(SqlSession sql, AuditQuery query) {
        this.sql = sql;
        this.query = query;
    }

    /** The text in which {@link #names} of hubs are looked for. */
    static String names(List<HubName> hubs) {
        return hubs.stream().map(HubName::value).collect(Collectors.joining(" ", " ", " "));
    }

    Page<AuditEntry> page(PageRequest request, RowMapper<AuditEntry> entry) {
        AuditKey before = request.after().map(AuditKey::parse).orElseGet(this::end);
        List<AuditEntry> rows = bound(FOUND, before)
                .bind("window", WINDOW)
                .bind("decision", query.decision().orElse(""))
                .bind("hub", query.hub().map(hub -> names(List.of(hub))).orElse(""))
                .bind("limit", PageOf.limit(request))
                .map(entry)
                .list();
        Page<AuditEntry> page =
                PageOf.rows(rows, request, last -> AuditKey.of(last).toString());
        return page.next().isPresent() ? page : new Page<>(page.items(), endOfWindow(before));
    }

    /** Where to look on, when the window was full. */
    private Optional<String> endOfWindow(AuditKey before) {
        return bound(END_OF_WINDOW, before)
                .bind("window", WINDOW - 1)
                .map((row, context) ->
                        new AuditKey(Columns.time(Columns.instant(row, "at")), row.getString("id")).toString())
                .findOne();
    }

    private AuditKey end() {
        return new AuditKey(Columns.time(query.until().orElse(LAST_INSTANT)), "");
    }

    private Query bound(String statement, AuditKey before) {
        Optional<AuditSubject> subject = query.subject();
        Query bound = sql.query(statement.formatted(RANGE.formatted(subject.isPresent() ? OF_SUBJECT : "")))
                .bind("at", before.at())
                .bind("id", before.id())
                .bind("from", Columns.time(query.from().orElse(Instant.EPOCH)));
        return subject.map(it -> bound.bind("subject", it.canonical())).orElse(bound);
    }
}
