package io.fairlead.adapters.persistence.enrollment;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.RegistrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code enrollments}. */
public record EnrollmentRow(
        String id, String etag, Instant createdAt, Instant updatedAt, String entry, Optional<String> information) {
    /** What secrets are bound to, with the id. */
    static final String TABLE = "enrollments";

    static EnrollmentRow from(IndividualEnrollment enrollment, Sealing sealing) {
        String id = enrollment.registrationId().canonical();
        return new EnrollmentRow(
                id,
                enrollment.stamp().etag().value(),
                enrollment.stamp().createdAt(),
                enrollment.stamp().lastUpdatedAt(),
                entry(enrollment).text(sealing.row(TABLE, id)),
                enrollment.optionalDeviceInformation().map(DocumentWriter::text));
    }

    /** @param prefix what the columns' names begin with in this result */
    public static EnrollmentRow at(ResultSet row, String prefix) throws SQLException {
        return new EnrollmentRow(
                row.getString(prefix + "id"),
                row.getString(prefix + "etag"),
                Columns.instant(row, prefix + "created_at"),
                Columns.instant(row, prefix + "updated_at"),
                row.getString(prefix + "entry"),
                Columns.text(row, prefix + "information"));
    }

    public IndividualEnrollment toEnrollment(Sealing sealing) {
        Optional<TwinDocument> notes = information.map(DocumentReader::document);
        EntryStamp stamp = new EntryStamp(new ETag(etag), createdAt, updatedAt);
        return DocumentReader.read(
                entry,
                sealing.row(TABLE, id),
                stored -> new IndividualEnrollment(
                        new RegistrationId(stored.text("registrationId")),
                        stored.maybeText("deviceId").map(DeviceId::new),
                        notes,
                        stored.object("terms", TermsForm::terms),
                        stamp));
    }

    /** The characters of its documents. */
    int weight() {
        return entry.length() + information.map(String::length).orElse(0);
    }

    private static DocumentWriter entry(IndividualEnrollment enrollment) {
        return new DocumentWriter()
                .put("registrationId", enrollment.registrationId().value())
                .putIfPresent("deviceId", enrollment.deviceId(), DeviceId::value)
                .put("terms", TermsForm.of(enrollment.terms()));
    }
}
