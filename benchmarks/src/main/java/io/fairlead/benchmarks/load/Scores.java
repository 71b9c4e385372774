package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.Answer;
import io.fairlead.benchmarks.wire.DeviceCalls;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.HttpsConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Writes down what one registration says to PostgreSQL: a register, a pause, one poll that finds it assigned. */
final class Scores {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAUSE_MILLIS = 1500;

    private final Endpoint endpoint;
    private final Population population;
    private final StatementLog log;

    Scores(Endpoint endpoint, Population population, StatementLog log) {
        this.endpoint = endpoint;
        this.population = population;
        this.log = log;
    }

    StatementScore of(String device, DeviceCalls calls) {
        String known = population.rowsOf(device);
        List<String> lines = log.during(() -> register(calls));
        return StatementScore.of(device, LoggedStatement.in(lines), known);
    }

    private void register(DeviceCalls calls) throws IOException, InterruptedException {
        try (HttpsConnection connection = new HttpsConnection(endpoint, PATIENCE)) {
            String operation = calls.register(connection).member("operationId").orElseThrow();
            Thread.sleep(PAUSE_MILLIS);
            Answer answer = calls.poll(connection, operation);
            if (!answer.member("status").orElse("none").equals("assigned")) {
                throw new IllegalStateException("not assigned: " + answer.text());
            }
        }
    }
}
