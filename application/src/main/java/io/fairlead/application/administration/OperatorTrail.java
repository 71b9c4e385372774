package io.fairlead.application.administration;

import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import io.fairlead.domain.registration.DeviceRegistration;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes what operators do into the audit log, in the transaction of the deed. */
final class OperatorTrail {
    private final IdSource ids;
    private final Clock clock;

    OperatorTrail(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody read secrets. */
    void keysShown(Stores stores, AuditSubject subject, String caller, String what) {
        stores.audit()
                .append(entry(subject, "KEYS_SHOWN", "the secrets of " + what + " were read", Map.of())
                        .by(caller));
    }

    /**
     * Somebody created or changed an entry.
     *
     * @param facts what changed
     */
    void entrySaved(Stores stores, AuditSubject subject, boolean isNew, String caller, Map<String, String> facts) {
        stores.audit()
                .append(entry(
                                subject,
                                isNew ? "ENROLLMENT_CREATED" : "ENROLLMENT_CHANGED",
                                isNew ? "the enrollment was created" : "the enrollment was changed",
                                facts)
                        .by(caller));
    }

    /** Somebody removed an entry. */
    void entryRemoved(Stores stores, AuditSubject subject, String caller) {
        stores.audit()
                .append(entry(subject, "ENROLLMENT_REMOVED", "the enrollment was removed", Map.of())
                        .by(caller));
    }

    /** Somebody made the service forget a device; the entry keeps what it knew. */
    void recordRemoved(Stores stores, DeviceRegistration record, String caller) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("entry", record.entry().toString());
        record.assignment().ifPresent(at -> facts.put("assigned", at.key().toString()));
        String reason = "the registration record was deleted; the device on its hub was left alone";
        stores.audit()
                .append(entry(AuditSubject.device(record.id()), "RECORD_REMOVED", reason, facts)
                        .by(caller)
                        .about(record.assignment().map(at -> at.key().hub()).stream()
                                .toList()));
    }

    /** Somebody changed whom the service believes. */
    void authorityChanged(
            Stores stores, CertificateAuthority authority, String caller, String decision, String reason) {
        Map<String, String> facts =
                Map.of("sha256Thumbprint", authority.certificate().thumbprint().value());
        stores.audit()
                .append(entry(AuditSubject.certificate(authority.name()), decision, reason, facts)
                        .by(caller));
    }

    private AuditEntry entry(AuditSubject subject, String decision, String reason, Map<String, String> facts) {
        return new AuditEntry(ids.newRowId(), subject, Optional.empty(), clock.instant(), decision, reason, facts);
    }
}
