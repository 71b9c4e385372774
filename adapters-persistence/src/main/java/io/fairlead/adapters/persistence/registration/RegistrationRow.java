package io.fairlead.adapters.persistence.registration;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.document.FailureForm;
import io.fairlead.adapters.persistence.document.TwinForm;
import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationSubstatus;
import io.fairlead.domain.tpm.StorageRootKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A row of {@code registrations}. */
public record RegistrationRow(
        String id,
        String etag,
        String writtenId,
        String entryKind,
        String entryId,
        Optional<String> groupId,
        Optional<HubAssignment> assignment,
        Optional<String> substatus,
        Optional<String> runningOperation,
        Optional<String> lastOperation,
        Instant createdAt,
        Instant updatedAt,
        Optional<String> failure,
        Optional<String> payload,
        Optional<String> webhookTwin,
        Optional<String> rootKey) {

    static RegistrationRow from(DeviceRegistration it) {
        return new RegistrationRow(
                it.id().canonical(),
                it.etag().value(),
                it.id().value(),
                it.entry().kind().name(),
                it.entry().id(),
                groupId(it.entry()),
                it.assignment(),
                it.substatus().map(RegistrationSubstatus::name),
                it.runningOperation().map(OperationId::value),
                it.lastOperation().map(OperationId::value),
                it.createdAt(),
                it.lastUpdatedAt(),
                it.lastFailure().map(FailureForm::of).map(DocumentWriter::text),
                it.payload().map(DocumentWriter::text),
                it.webhookTwin().map(TwinForm::of).map(DocumentWriter::text),
                it.rootKey().map(StorageRootKey::base64));
    }

    /** @param prefix what the columns' names begin with in this result */
    public static RegistrationRow at(ResultSet row, String prefix) throws SQLException {
        return new RegistrationRow(
                row.getString(prefix + "id"),
                row.getString(prefix + "etag"),
                row.getString(prefix + "written_id"),
                row.getString(prefix + "entry_kind"),
                row.getString(prefix + "entry_id"),
                Columns.text(row, prefix + "group_id"),
                assignment(row, prefix),
                Columns.text(row, prefix + "substatus"),
                Columns.text(row, prefix + "running_operation"),
                Columns.text(row, prefix + "last_operation"),
                Columns.instant(row, prefix + "created_at"),
                Columns.instant(row, prefix + "updated_at"),
                Columns.text(row, prefix + "failure"),
                Columns.text(row, prefix + "payload"),
                Columns.text(row, prefix + "webhook_twin"),
                Columns.text(row, prefix + "root_key"));
    }

    public DeviceRegistration toRegistration() {
        return new DeviceRegistration(
                new RegistrationId(writtenId),
                new EnrollmentRef(EnrollmentRef.Kind.valueOf(entryKind), entryId),
                assignment,
                substatus.map(RegistrationSubstatus::valueOf),
                runningOperation.map(OperationId::new),
                lastOperation.map(OperationId::new),
                failure.map(text -> DocumentReader.read(text, FailureForm::failure)),
                payload.map(DocumentReader::document),
                webhookTwin.map(text -> DocumentReader.read(text, TwinForm::initialTwin)),
                rootKey.map(text -> StorageRootKey.read(Base64.getDecoder().decode(text))),
                createdAt,
                updatedAt,
                new ETag(etag));
    }

    /** The characters of its documents. */
    int weight() {
        return payload.map(String::length).orElse(0)
                + webhookTwin.map(String::length).orElse(0);
    }

    private static Optional<String> groupId(EnrollmentRef entry) {
        return entry.kind() == EnrollmentRef.Kind.GROUP
                ? Optional.of(new EnrollmentGroupId(entry.id()).canonical())
                : Optional.empty();
    }

    private static Optional<HubAssignment> assignment(ResultSet row, String prefix) throws SQLException {
        String hub = row.getString(prefix + "hub");
        if (hub == null) return Optional.empty();
        HubDeviceKey key = new HubDeviceKey(new HubName(hub), new DeviceId(row.getString(prefix + "device_id")));
        return Optional.of(
                new HubAssignment(key, row.getString(prefix + "incarnation"), row.getString(prefix + "credential")));
    }
}
