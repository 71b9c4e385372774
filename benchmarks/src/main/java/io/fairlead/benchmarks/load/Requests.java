package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.Answer;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.HttpsConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** One request after the other over one connection; an answer with another status than expected ends the program. */
final class Requests implements Work {
    private final HttpsConnection connection;
    private final Set<Integer> expected;
    private final Request request;

    /** One request. */
    interface Request {
        Answer send(HttpsConnection connection) throws IOException;
    }

    Requests(Endpoint endpoint, Set<Integer> expected, Request request) {
        this.connection = new HttpsConnection(endpoint, Duration.ofSeconds(30));
        this.expected = expected;
        this.request = request;
    }

    @Override
    public boolean once() throws IOException {
        Answer answer = request.send(connection);
        if (!expected.contains(answer.status())) {
            throw new IllegalStateException("%d instead of %s: %s".formatted(answer.status(), expected, answer.text()));
        }
        return true;
    }

    @Override
    public void close() {
        connection.close();
    }
}
