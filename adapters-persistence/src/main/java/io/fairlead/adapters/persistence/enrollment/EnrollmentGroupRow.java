package io.fairlead.adapters.persistence.enrollment;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A row of {@code enrollment_groups}. */
public record EnrollmentGroupRow(
        String id, String etag, String attestation, Instant createdAt, Instant updatedAt, String entry) {
    /** What secrets are bound to, with the id. */
    static final String TABLE = "enrollment_groups";

    static EnrollmentGroupRow from(EnrollmentGroup group, Sealing sealing) {
        String id = group.groupId().canonical();
        return new EnrollmentGroupRow(
                id,
                group.stamp().etag().value(),
                TermsForm.kind(group.terms().attestation()),
                group.stamp().createdAt(),
                group.stamp().lastUpdatedAt(),
                entry(group).text(sealing.row(TABLE, id)));
    }

    /** @param prefix what the columns' names begin with in this result */
    public static EnrollmentGroupRow at(ResultSet row, String prefix) throws SQLException {
        return new EnrollmentGroupRow(
                row.getString(prefix + "id"),
                row.getString(prefix + "etag"),
                row.getString(prefix + "attestation"),
                Columns.instant(row, prefix + "created_at"),
                Columns.instant(row, prefix + "updated_at"),
                row.getString(prefix + "entry"));
    }

    public EnrollmentGroup toGroup(Sealing sealing) {
        EntryStamp stamp = new EntryStamp(new ETag(etag), createdAt, updatedAt);
        return DocumentReader.read(
                entry,
                sealing.row(TABLE, id),
                stored -> new EnrollmentGroup(
                        new EnrollmentGroupId(stored.text("enrollmentGroupId")),
                        stored.object("terms", TermsForm::terms),
                        stamp));
    }

    private static DocumentWriter entry(EnrollmentGroup group) {
        return new DocumentWriter()
                .put("enrollmentGroupId", group.groupId().value())
                .put("terms", TermsForm.of(group.terms()));
    }
}
