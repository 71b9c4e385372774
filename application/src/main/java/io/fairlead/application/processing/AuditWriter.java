package io.fairlead.application.processing;

import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationFailure;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes audit entries into the transaction of their effect. */
final class AuditWriter {
    private final IdSource ids;
    private final Clock clock;

    AuditWriter(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    void decided(Stores stores, RegistrationOperation operation, OperationProgress progress, HubAssignment to) {
        Map<String, String> facts = new LinkedHashMap<>();
        progress.plan()
                .source()
                .map(HubAssignment::key)
                .map(HubDeviceKey::toString)
                .ifPresent(from -> facts.put("from", from));
        facts.put("to", to.key().toString());
        List<HubName> hubs = Stream.concat(
                        progress.plan().source().stream().map(HubAssignment::key), Stream.of(to.key()))
                .map(HubDeviceKey::hub)
                .distinct()
                .toList();
        append(
                stores,
                operation,
                progress.plan().kind().name(),
                progress.plan().reason(),
                hubs,
                facts,
                progress.notes());
    }

    void kept(Stores stores, RegistrationOperation operation, List<String> inputs) {
        append(stores, operation, "KEPT", "nothing had to change", List.of(), new LinkedHashMap<>(), inputs);
    }

    void failed(Stores stores, RegistrationOperation operation, RegistrationFailure failure, List<String> inputs) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("failure", failure.kind().name());
        operation
                .progress()
                .ifPresent(progress -> facts.put("plan", progress.plan().kind().name()));
        List<String> notes = operation.progress().map(OperationProgress::notes).orElse(inputs);
        List<HubName> hubs = operation
                .progress()
                .flatMap(progress -> progress.plan().source())
                .stream()
                .map(source -> source.key().hub())
                .toList();
        append(stores, operation, "REFUSED", failure.message(), hubs, facts, notes);
    }

    void dutyDone(Stores stores, HubDuty duty, String outcome) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("place", duty.place().toString());
        duty.movedTo().ifPresent(to -> facts.put("movedTo", to.key().toString()));
        stores.audit()
                .append(new AuditEntry(
                                ids.newRowId(),
                                AuditSubject.device(duty.registrationId()),
                                Optional.of(duty.operation()),
                                clock.instant(),
                                duty.kind().name(),
                                outcome,
                                facts)
                        .about(Stream.concat(
                                        Stream.of(duty.place()),
                                        duty.movedTo().stream().map(HubAssignment::key))
                                .map(HubDeviceKey::hub)
                                .distinct()
                                .toList()));
    }

    private void append(
            Stores stores,
            RegistrationOperation operation,
            String decision,
            String reason,
            List<HubName> hubs,
            Map<String, String> facts,
            List<String> notes) {
        for (int index = 0; index < notes.size(); index++) {
            facts.put("input-" + (index + 1), notes.get(index));
        }
        stores.audit()
                .append(new AuditEntry(
                                ids.newRowId(),
                                AuditSubject.device(operation.registrationId()),
                                Optional.of(operation.id()),
                                clock.instant(),
                                decision,
                                reason,
                                facts)
                        .about(hubs));
    }
}
