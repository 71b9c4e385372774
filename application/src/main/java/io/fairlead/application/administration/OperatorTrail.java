package io.fairlead.application.administration;

import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
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
        append(stores, subject, caller, "KEYS_SHOWN", "the secrets of " + what + " were read", Map.of());
    }

    /** Somebody made the service forget a device; the facts are what it knew. */
    void recordRemoved(Stores stores, AuditSubject subject, String caller, Map<String, String> facts) {
        append(
                stores,
                subject,
                caller,
                "RECORD_REMOVED",
                "the registration record was deleted; the device on its hub was left alone",
                facts);
    }

    private void append(
            Stores stores,
            AuditSubject subject,
            String caller,
            String decision,
            String reason,
            Map<String, String> facts) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("by", caller);
        inputs.putAll(facts);
        stores.audit()
                .append(new AuditEntry(
                        ids.newRowId(), subject, Optional.empty(), clock.instant(), decision, reason, inputs));
    }
}
