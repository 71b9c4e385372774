package io.fairlead.benchmarks.kill;

import io.fairlead.benchmarks.wire.Answer;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.HttpsConnection;
import io.fairlead.benchmarks.wire.OperatorCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Brings entries to where they intend to be, one device after the other, as patient devices would. */
final class Settlement {
    private static final int POLL_MILLIS = 30;

    private Settlement() {}

    static void of(List<FleetEntry> entries, Endpoint endpoint, Violations violations, Duration patience) {
        OperatorCalls operator = new OperatorCalls(endpoint);
        try (HttpsConnection connection = new HttpsConnection(endpoint, patience)) {
            for (FleetEntry entry : entries) {
                Answer answer = entry.put(connection, operator);
                violations.require(answer.isSuccess(), "entry " + entry.id() + " was refused: " + answer.text());
                for (FleetDevice device : entry.devices()) {
                    violations.require(
                            device.isSettled() || arrives(device, connection, patience),
                            device.id() + " does not arrive at " + device.arriving());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean arrives(FleetDevice device, HttpsConnection connection, Duration patience)
            throws IOException {
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            device.asks();
            String operation =
                    device.calls().register(connection).member("operationId").orElse("none");
            device.promised(operation);
            Answer answer = device.calls().poll(connection, operation);
            while (answer.status() == 202 && Instant.now().isBefore(end)) {
                pause();
                answer = device.calls().poll(connection, operation);
            }
            String wanted = device.arriving().orElseThrow().hub();
            if (answer.member("assignedHub").filter(wanted::equals).isPresent()
                    && answer.member("status").filter("assigned"::equals).isPresent()) {
                device.arrived();
                return true;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
