package io.fairlead.domain.operation;

import io.fairlead.domain.identity.OperationId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One decision with an effect, one refusal of an enrolled device, or one deed of an operator, with its inputs and its
 * reason. Written in the same
 * transaction as its effect. Holds no secret.
 *
 * @param id unique; letters, digits and dashes
 * @param decision a short word such as {@code FIRST_ASSIGNMENT} or {@code REFUSED}
 * @param inputs what the decision rested on, in a stable order
 */
public record AuditEntry(
        String id,
        AuditSubject subject,
        Optional<OperationId> operation,
        Instant at,
        String decision,
        String reason,
        Map<String, String> inputs) {
    public AuditEntry {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
}
