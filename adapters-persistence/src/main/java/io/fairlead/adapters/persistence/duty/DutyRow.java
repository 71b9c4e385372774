package io.fairlead.adapters.persistence.duty;

import io.fairlead.adapters.persistence.document.DeviceForm;
import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.domain.device.StatePart;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.HubDuty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of {@code hub_duties}, without what only the store knows. */
record DutyRow(String id, String registrationId, long fence, int attempts, String duty, Optional<String> lastError) {
    /** What secrets are bound to, with the id. */
    private static final String TABLE = "hub_duties";

    static DutyRow from(HubDuty it, Sealing sealing) {
        return new DutyRow(
                it.id(),
                it.registrationId().canonical(),
                it.fence(),
                it.attempts(),
                duty(it).text(sealing.row(TABLE, it.id())),
                it.lastError().map(DutyRow::error));
    }

    static DutyRow at(ResultSet row) throws SQLException {
        return new DutyRow(
                row.getString("id"),
                row.getString("registration_id"),
                row.getLong("fence"),
                row.getInt("attempts"),
                row.getString("duty"),
                Optional.ofNullable(row.getString("last_error")));
    }

    HubDuty toDuty(Sealing sealing) {
        return DocumentReader.read(
                duty,
                sealing.row(TABLE, id),
                stored -> new HubDuty(
                        id,
                        new RegistrationId(stored.text("registrationId")),
                        stored.object("place", DeviceForm::key),
                        stored.constant("kind", HubDuty.Kind.class),
                        stored.maybeText("incarnation"),
                        new OperationId(stored.text("operation")),
                        stored.object("status", DeviceForm::status),
                        stored.maybeObject("movedTo", DeviceForm::assignment),
                        attempts,
                        lastError.map(text -> DocumentReader.read(text, error -> error.text("message"))),
                        stored.maybeHidden("conflict", DutyRow::conflict),
                        fence));
    }

    private static DocumentWriter duty(HubDuty it) {
        DocumentWriter duty = new DocumentWriter()
                .put("registrationId", it.registrationId().value())
                .put("place", DeviceForm.of(it.place()))
                .put("kind", it.kind())
                .putIfPresent("incarnation", it.incarnation(), text -> text)
                .put("operation", it.operation().value())
                .put("status", DeviceForm.of(it.status()))
                .putIfPresent("movedTo", it.movedTo(), DeviceForm::of);
        it.conflict().ifPresent(conflict -> duty.putHidden("conflict", of(conflict)));
        return duty;
    }

    private static DocumentWriter of(HubDuty.Conflict conflict) {
        return new DocumentWriter()
                .put("left", DeviceForm.of(conflict.left()))
                .putIfPresent("arrived", conflict.arrived(), DeviceForm::of)
                .put("disputed", List.copyOf(conflict.disputed()), StatePart::name);
    }

    private static HubDuty.Conflict conflict(DocumentReader stored) {
        return new HubDuty.Conflict(
                stored.object("left", DeviceForm::snapshot),
                stored.maybeObject("arrived", DeviceForm::snapshot),
                stored.texts("disputed").stream().map(StatePart::valueOf).collect(Collectors.toSet()));
    }

    private static String error(String message) {
        return new DocumentWriter().put("message", message).text();
    }
}
