package io.fairlead.adapters.persistence.operating;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.adapters.sealing.RowSeal;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.operating.OperatorRecord;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@code operator_records}. */
record RecordRow(String kind, String id, EntryStamp stamp, String document) {

    static RecordRow at(ResultSet row) throws SQLException {
        EntryStamp stamp = new EntryStamp(
                new ETag(row.getString("etag")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
        return new RecordRow(row.getString("kind"), row.getString("id"), stamp, row.getString("document"));
    }

    /** What the secrets of a record are bound to. */
    static RowSeal seal(Sealing sealing, String kind, String id) {
        return sealing.row("operator_records", kind + "/" + id);
    }

    <T extends OperatorRecord> T as(RecordForm<T> form, Sealing sealing) {
        return DocumentReader.read(
                document, seal(sealing, kind, id), stored -> form.read().apply(stored, stamp));
    }
}
