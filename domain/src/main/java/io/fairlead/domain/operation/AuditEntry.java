package io.fairlead.domain.operation;

import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.OperationId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One decision with an effect, one refusal of an enrolled device, or one deed of an operator, with its inputs and its
 * reason. Written in the same transaction as its effect. Holds no secret.
 *
 * @param id unique; letters, digits and dashes
 * @param actor the access policy of the operator whose deed it is; empty when the service decided
 * @param hubs the hubs that it is about, by which it can be found
 * @param decision a short word such as {@code FIRST_ASSIGNMENT} or {@code REFUSED}
 * @param inputs what the decision rested on, in a stable order
 */
public record AuditEntry(
        String id,
        AuditSubject subject,
        Optional<OperationId> operation,
        Instant at,
        Optional<String> actor,
        List<HubName> hubs,
        String decision,
        String reason,
        Map<String, String> inputs) {
    public AuditEntry {
        hubs = List.copyOf(hubs);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** A decision of the service, no hub named. */
    public AuditEntry(
            String id,
            AuditSubject subject,
            Optional<OperationId> operation,
            Instant at,
            String decision,
            String reason,
            Map<String, String> inputs) {
        this(id, subject, operation, at, Optional.empty(), List.of(), decision, reason, inputs);
    }

    /** This entry, to be found by these hubs. */
    public AuditEntry about(List<HubName> named) {
        return new AuditEntry(id, subject, operation, at, actor, named, decision, reason, inputs);
    }

    /** This entry, as a deed of an operator under this policy. */
    public AuditEntry by(String policy) {
        return new AuditEntry(id, subject, operation, at, Optional.of(policy), hubs, decision, reason, inputs);
    }
}
