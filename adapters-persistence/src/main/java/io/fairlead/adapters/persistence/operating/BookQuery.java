package io.fairlead.adapters.persistence.operating;

import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.application.port.OperatorBook;
import io.fairlead.domain.operating.OperatorRecord;
import java.util.List;

/** What every request may need, in one statement. */
public final class BookQuery {
    private static final String ALL = """
            select kind, id, etag, created_at, updated_at, document from fairlead.operator_records
            where kind in ('hub', 'policy', 'settings', 'faults') order by kind, id
            """;

    private BookQuery() {}

    public static OperatorBook of(SqlSession sql) {
        List<RecordRow> rows =
                sql.query(ALL).map((row, context) -> RecordRow.at(row)).list();
        Sealing sealing = sql.sealing();
        return new OperatorBook(
                all(rows, RecordForm.HUB, sealing),
                all(rows, RecordForm.POLICY, sealing),
                all(rows, RecordForm.SETTINGS, sealing).stream().findFirst(),
                all(rows, RecordForm.FAULTS, sealing).stream().findFirst());
    }

    private static <T extends OperatorRecord> List<T> all(List<RecordRow> rows, RecordForm<T> form, Sealing sealing) {
        return rows.stream()
                .filter(row -> row.kind().equals(form.kind()))
                .map(row -> row.as(form, sealing))
                .toList();
    }
}
