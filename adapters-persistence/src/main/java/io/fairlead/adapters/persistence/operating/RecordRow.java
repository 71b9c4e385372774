package io.fairlead.adapters.persistence.operating;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.operating.OperatorRecord;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@code operator_records}. */
record RecordRow(String kind, EntryStamp stamp, String document) {

    static RecordRow at(ResultSet row) throws SQLException {
        EntryStamp stamp = new EntryStamp(
                new ETag(row.getString("etag")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
        return new RecordRow(row.getString("kind"), stamp, row.getString("document"));
    }

    <T extends OperatorRecord> T as(RecordForm<T> form) {
        return DocumentReader.read(document, stored -> form.read().apply(stored, stamp));
    }
}
