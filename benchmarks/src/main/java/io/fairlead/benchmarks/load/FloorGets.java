package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.Answer;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.HttpsConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** GETs of resources that do next to nothing, on the server that is measured; a unit is one after the other. */
final class FloorGets implements Work {
    private static final byte[] NOTHING = {};

    private final HttpsConnection connection;
    private final Supplier<List<String>> paths;

    /** @param paths what one unit asks for */
    FloorGets(Endpoint endpoint, Supplier<List<String>> paths) {
        this.connection = new HttpsConnection(endpoint, Duration.ofSeconds(30));
        this.paths = paths;
    }

    @Override
    public boolean once() throws IOException {
        for (String path : paths.get()) {
            Answer answer = connection.send("GET", "/floor/" + path, "none", NOTHING);
            if (answer.status() != 200) {
                throw new IllegalStateException("%d for %s: %s".formatted(answer.status(), path, answer.text()));
            }
        }
        return true;
    }

    @Override
    public void close() {
        connection.close();
    }
}
