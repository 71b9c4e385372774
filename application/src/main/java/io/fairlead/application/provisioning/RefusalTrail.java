package io.fairlead.application.provisioning;

import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes into the audit log whose proof was refused, and why. A device that goes on trying is written of once an hour for
 * each reason, and all devices together a few times a minute: nobody can fill the log by being turned away.
 */
final class RefusalTrail {
    private static final Duration QUIET = Duration.ofHours(1);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ENTRIES_A_WINDOW = 20;
    private static final int REMEMBERED = 1_000;

    private final UnitOfWork work;
    private final IdSource ids;
    private final Clock clock;
    private final Map<Refused, Instant> written = new LinkedHashMap<>();
    private Instant windowStart = Instant.EPOCH;
    private int entries;

    RefusalTrail(UnitOfWork work, IdSource ids, Clock clock) {
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    private record Refused(RegistrationId id, Reason reason) {}

    void note(RegistrationId id, Reason reason) {
        Instant now = clock.instant();
        if (isDue(new Refused(id, reason), now)) {
            Map<String, String> inputs = Map.of("proof", reason.name());
            AuditEntry entry = new AuditEntry(
                    ids.newRowId(), AuditSubject.device(id), Optional.empty(), now, "REFUSED", reason.text(), inputs);
            work.write(stores -> {
                stores.audit().append(entry);
                return entry;
            });
        }
    }

    private synchronized boolean isDue(Refused refused, Instant now) {
        if (!now.isBefore(windowStart.plus(WINDOW))) {
            windowStart = now;
            entries = 0;
        }
        Instant last = written.get(refused);
        boolean isDue = entries < ENTRIES_A_WINDOW && (last == null || !now.isBefore(last.plus(QUIET)));
        if (isDue) {
            entries++;
            remember(refused, now);
        }
        return isDue;
    }

    private void remember(Refused refused, Instant now) {
        written.remove(refused);
        if (written.size() >= REMEMBERED) {
            written.remove(written.keySet().iterator().next());
        }
        written.put(refused, now);
    }
}
