package io.fairlead.application.provisioning;

import io.fairlead.domain.identity.RegistrationId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When this node last looked at, or told, which device. Holds the {@value #CAPACITY} devices heard of last (about 20 MB);
 * thread-safe.
 */
final class LookMemory {
    private static final int CAPACITY = 200_000;

    private final Map<String, Seen> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > CAPACITY;
        }
    };

    /** The beginning of the current period, and whether its one early look is used up. */
    private record Seen(Instant since, boolean earlyLookUsed) {}

    synchronized boolean isDue(RegistrationId id, Instant now, Duration again) {
        Seen last = seen.get(id.canonical());
        return last == null || !last.earlyLookUsed() || isOver(last, now, again);
    }

    synchronized void looked(RegistrationId id, Instant now, Duration again) {
        Seen last = seen.get(id.canonical());
        boolean early = last != null && !isOver(last, now, again);
        seen.put(id.canonical(), new Seen(early ? last.since() : now, early));
    }

    synchronized void told(RegistrationId id, Instant now) {
        seen.putIfAbsent(id.canonical(), new Seen(now, false));
    }

    private static boolean isOver(Seen last, Instant now, Duration again) {
        return last.since().plus(again).isBefore(now);
    }
}
