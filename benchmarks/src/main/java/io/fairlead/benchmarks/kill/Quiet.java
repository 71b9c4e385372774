package io.fairlead.benchmarks.kill;

import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.HttpsConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import javax.sql.DataSource;

/** Waiting until nothing is under way any more, for a bounded time: nothing may stay assigning for ever. */
final class Quiet {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOK_MILLIS = 100;

    private Quiet() {}

    /** By looking at the tables, without any device's help. */
    static Observation await(DataSource database, Violations violations, Instant end) {
        Observation seen = ObservationQuery.in(database);
        while (!seen.isQuiet() && Instant.now().isBefore(end)) {
            pause(LOOK_MILLIS);
            seen = ObservationQuery.in(database);
        }
        violations.require(
                seen.isQuiet(), "not finished in time: %s, owed: %s".formatted(seen.unfinished(), seen.duties()));
        return seen;
    }

    /** By asking as devices would that look their registrations up. */
    static void await(Collection<FleetDevice> devices, Endpoint endpoint, Violations violations, Instant end) {
        try (HttpsConnection connection = new HttpsConnection(endpoint, PATIENCE)) {
            for (FleetDevice device : devices) {
                violations.require(
                        device.isSettled() || ends(device, connection, end),
                        device.id() + " is still assigning after the restart");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ends(FleetDevice device, HttpsConnection connection, Instant end) throws IOException {
        while (device.calls().lookUp(connection).member("status").orElse("").equals("assigning")) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            pause(LOOK_MILLIS);
        }
        return true;
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
