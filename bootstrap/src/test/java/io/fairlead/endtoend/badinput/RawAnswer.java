package io.fairlead.endtoend.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP/1.x answer as it came over the socket.
 *
 * @param headers by name in lower case
 */
record RawAnswer(int status, Map<String, String> headers, String body) {

    /** What no client may ever see. */
    private static final String LEAKS =
            "(?is).*(<html|<!doctype|exception|\\bat (org|com|io|java)\\.|payara|glassfish|grizzly|jersey).*";

    private static final String ERROR_BODY =
            "\\{\"errorCode\":(\\d+),\"trackingId\":\"[0-9a-f-]{36}\",\"message\":\".+\"(,\"info\":\\{.*\\})?"
                    + ",\"timestampUtc\":\"\\d{4}-\\d\\d-\\d\\dT[0-9:]{8}\\.\\d{7}Z\"\\}";

    /** The next answer of a connection; empty when the server closes it instead. */
    static Optional<RawAnswer> read(InputStream in, boolean toHead) throws IOException {
        String statusLine = line(in);
        if (statusLine.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        return Optional.of(new RawAnswer(status, headers, toHead ? "" : body(in, headers)));
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks(in);
        }
        String length = headers.get("content-length");
        byte[] body = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String chunks(InputStream in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            line(in);
        }
        line(in);
        return body.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    /** The documented error body and headers, and nothing that tells of the inside. */
    void assertRefusal(int expected) {
        assertThat(status).as(toString()).isEqualTo(expected);
        assertThat(body).matches(ERROR_BODY).doesNotMatch(LEAKS);
        assertThat(headers.get("content-type")).matches("application/json; ?charset=utf-8");
        assertThat(headers.get("x-ms-error-code")).matches(expected + "\\d{3}");
        assertThat(body).contains("\"errorCode\":" + headers.get("x-ms-error-code"));
        assertThat(headers.get("x-ms-request-id")).isNotEmpty();
        assertThat(headers).doesNotContainKeys("server", "x-powered-by");
    }

    /** A status alone, or all of the above. */
    void assertSilentOrRefusal() {
        if (!body.isEmpty()) {
            assertRefusal(status);
        }
    }
}
