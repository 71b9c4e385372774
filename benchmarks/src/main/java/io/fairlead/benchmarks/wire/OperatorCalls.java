package io.fairlead.benchmarks.wire;

import io.fairlead.adapters.json.JsonText;
import java.io.IOException;
import java.util.Map;

/** What an operator asks of the service: entries. */
public final class OperatorCalls {
    private static final String VERSION = "?api-version=2021-10-01";

    private final String token;

    public OperatorCalls(Endpoint endpoint) {
        this.token = SharedAccess.token(endpoint.host(), endpoint.operatorKey(), endpoint.operatorPolicy());
    }

    public Answer putIndividual(HttpsConnection connection, String id, Map<String, Object> entry) throws IOException {
        return connection.send("PUT", "/enrollments/" + id + VERSION, token, JsonText.write(entry));
    }

    public Answer putGroup(HttpsConnection connection, String id, Map<String, Object> entry) throws IOException {
        return connection.send("PUT", "/enrollmentGroups/" + id + VERSION, token, JsonText.write(entry));
    }
}
