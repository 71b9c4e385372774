package io.fairlead.adapters.webhook;

import io.fairlead.application.port.AllocatorBusy;
import io.fairlead.domain.operation.Deferral;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Who may ask now: so many calls at once, and of each host a few less, so that a program that is slow leaves room for the
 * others; one that did not answer several times running is asked by one at a time until it does. Who finds no place is
 * told when there will be one, each later than the one before. Thread-safe.
 */
final class WebhookPlaces {
    private static final int SHARE = 4;
    /** Beyond these, hosts that nobody asks just now are forgotten. */
    private static final int HOSTS = 1000;

    private final Clock clock;
    private final int perHost;
    private final Map<String, WebhookHost> hosts = new HashMap<>();
    private int free;

    /** @param clock never goes back */
    WebhookPlaces(int atOnce, Clock clock) {
        this.clock = clock;
        this.free = atOnce;
        this.perHost = Math.max(1, atOnce - Math.max(1, atOnce / SHARE));
    }

    /** A place that was taken; given back once. */
    final class Place {
        private final WebhookHost host;
        private final Instant since;

        private Place(WebhookHost host, Instant since) {
            this.host = host;
            this.since = since;
        }

        void giveBack() {
            synchronized (WebhookPlaces.this) {
                free++;
                host.left(Duration.between(since, clock.instant()));
            }
        }

        /** Whether it answered, whatever it said. */
        void answered(boolean inTime) {
            synchronized (WebhookPlaces.this) {
                host.answered(inTime);
            }
        }
    }

    /**
     * Takes a place.
     *
     * @param deferral what the caller was told to wait before
     * @throws AllocatorBusy with the time to wait
     */
    synchronized Place take(String name, Deferral deferral) {
        Instant now = clock.instant();
        if (hosts.size() >= HOSTS) hosts.values().removeIf(WebhookHost::isIdle);
        WebhookHost host = hosts.computeIfAbsent(name, unknown -> new WebhookHost(perHost));
        if (free == 0 || !host.hasPlace(deferral, now)) {
            throw new AllocatorBusy(host.wait(deferral, now));
        }
        free--;
        host.entered();
        return new Place(host, now);
    }
}
