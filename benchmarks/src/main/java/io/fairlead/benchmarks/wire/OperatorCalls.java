package io.fairlead.benchmarks.wire;

import io.fairlead.adapters.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What an operator asks of the service: entries. */
public final class OperatorCalls {
    private static final String VERSION = "?api-version=2021-10-01";

    private static final byte[] NOTHING = {};
    private static final byte[] EVERYTHING =
            "{\"query\":\"SELECT * FROM enrollments\"}".getBytes(StandardCharsets.UTF_8);

    private final String token;

    public OperatorCalls(Endpoint endpoint) {
        this.token = SharedAccess.token(endpoint.host(), endpoint.operatorKey(), endpoint.operatorPolicy());
    }

    public Answer putIndividual(HttpsConnection connection, String id, Map<String, Object> entry) throws IOException {
        return connection.send("PUT", "/enrollments/" + id + VERSION, token, JsonText.write(entry));
    }

    /** The same with a body made beforehand. */
    public Answer putIndividual(HttpsConnection connection, String id, byte[] entry) throws IOException {
        return connection.send("PUT", "/enrollments/" + id + VERSION, token, entry);
    }

    public Answer getIndividual(HttpsConnection connection, String id) throws IOException {
        return connection.send("GET", "/enrollments/" + id + VERSION, token, NOTHING);
    }

    /** A page of all individual enrollments. */
    public Answer page(HttpsConnection connection, int size, Optional<String> continuation) throws IOException {
        String headers = "x-ms-max-item-count: " + size + "\r\n"
                + continuation
                        .map(token -> "x-ms-continuation: " + token + "\r\n")
                        .orElse("");
        return connection.send("POST", "/enrollments/query" + VERSION, token, headers, EVERYTHING);
    }

    /** An authority whose owner is known. @param certificate base64 */
    public Answer putAuthority(HttpsConnection connection, String name, String certificate) throws IOException {
        Map<String, Object> body = Map.of("certificate", certificate, "isVerified", true);
        return connection.send("PUT", "/operator/v1/certificates/" + name, token, JsonText.write(body));
    }

    public Answer putGroup(HttpsConnection connection, String id, Map<String, Object> entry) throws IOException {
        return connection.send("PUT", "/enrollmentGroups/" + id + VERSION, token, JsonText.write(entry));
    }
}
