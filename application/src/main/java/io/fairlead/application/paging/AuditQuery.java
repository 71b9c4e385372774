package io.fairlead.application.paging;

import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Instant;
import java.util.Optional;

/**
 * Which audit entries are wanted; what is empty does not matter.
 *
 * @param hub one that the entry is about
 * @param from the earliest instant
 * @param until the first instant that is too late
 */
public record AuditQuery(
        Optional<AuditSubject> subject,
        Optional<HubName> hub,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> decision) {
    /** All of them. */
    public static final AuditQuery ALL =
            new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
