package io.fairlead.adapters.persistence.operation;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.document.FailureForm;
import io.fairlead.adapters.persistence.sql.Columns;
import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.Deferral;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.operation.RequestFacts;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code operations}, without what only the store knows. */
record OperationRow(
        String id,
        String registrationId,
        String status,
        long fence,
        int attempts,
        Instant createdAt,
        String request,
        Optional<String> payload,
        Optional<String> progress,
        Optional<String> failure) {

    static OperationRow from(RegistrationOperation it) {
        return new OperationRow(
                it.id().value(),
                it.registrationId().canonical(),
                it.status().name(),
                it.fence(),
                it.attempts(),
                it.createdAt(),
                request(it).text(),
                it.request().payload().map(DocumentWriter::text),
                JournalForm.of(it).map(DocumentWriter::text),
                it.failure().map(FailureForm::of).map(DocumentWriter::text));
    }

    static OperationRow at(ResultSet row) throws SQLException {
        return new OperationRow(
                row.getString("id"),
                row.getString("registration_id"),
                row.getString("status"),
                row.getLong("fence"),
                row.getInt("attempts"),
                Columns.instant(row, "created_at"),
                row.getString("request"),
                Columns.text(row, "payload"),
                Columns.text(row, "progress"),
                Columns.text(row, "failure"));
    }

    RegistrationOperation toOperation() {
        return DocumentReader.read(
                request,
                stored -> new RegistrationOperation(
                        new OperationId(id),
                        new RegistrationId(stored.text("registrationId")),
                        new EnrollmentRef(
                                stored.constant("entryKind", EnrollmentRef.Kind.class), stored.text("entryId")),
                        facts(stored),
                        OperationStatus.valueOf(status),
                        progress.flatMap(text -> DocumentReader.read(text, JournalForm::progress)),
                        fence,
                        attempts,
                        createdAt,
                        failure.map(text -> DocumentReader.read(text, FailureForm::failure)),
                        progress.flatMap(text -> DocumentReader.read(text, JournalForm::webhook)),
                        progress.map(text -> DocumentReader.read(text, JournalForm::deferral))
                                .orElse(Deferral.NONE)));
    }

    private static DocumentWriter request(RegistrationOperation it) {
        return new DocumentWriter()
                .put("registrationId", it.registrationId().value())
                .put("entryKind", it.entry().kind())
                .put("entryId", it.entry().id())
                .put("presentedId", it.request().presentedId().value())
                .put("credential", it.request().credentialFingerprint())
                .put("support", it.request().support())
                .putIfPresent(
                        "origin",
                        Optional.of(it.request().origin()).filter(OriginForm::isWorthKeeping),
                        OriginForm::of);
    }

    private RequestFacts facts(DocumentReader stored) {
        return new RequestFacts(
                new RegistrationId(stored.text("presentedId")),
                stored.text("credential"),
                stored.constant("support", ReprovisioningSupport.class),
                payload.map(DocumentReader::document),
                stored.maybeObject("origin", OriginForm::origin).orElse(RequestOrigin.UNKNOWN));
    }
}
