package io.fairlead.adapters.rest.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came back.
 *
 * @param headers by name, ignoring case
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    static Answer of(byte[] response) {
        int end = new String(response, ISO_8859_1).indexOf("\r\n\r\n");
        assertThat(end)
                .as("end of the header in <%s>", new String(response, UTF_8))
                .isPositive();
        String[] lines = new String(response, 0, end, ISO_8859_1).split("\r\n");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(lines).skip(1).map(line -> line.split(": ?", 2)).forEach(pair -> headers.put(pair[0], pair[1]));
        byte[] rest = Arrays.copyOfRange(response, end + 4, response.length);
        boolean chunked = "chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"));
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, chunked ? joined(rest) : rest);
    }

    public String header(String name) {
        return headers.get(name);
    }

    public String text() {
        return new String(body, UTF_8);
    }

    public JsonMembers json() {
        assertThat(header("Content-Type")).startsWith("application/json");
        return JsonText.parseObject(body);
    }

    /** Checks that this is a refusal in all its documented parts. */
    public Answer refuses(int errorCode) {
        assertThat(text()).as("status %s", status).startsWith("{\"errorCode\":" + errorCode + ",");
        assertThat(status).isEqualTo(errorCode / 1000);
        assertThat(header("x-ms-error-code")).isEqualTo(Integer.toString(errorCode));
        assertThat(header("x-ms-request-id")).isNotEmpty();
        assertThat(json().text("trackingId")).contains(header("x-ms-request-id"));
        assertThat(json().text("message")).isNotEmpty();
        assertThat(json().text("timestampUtc").orElseThrow())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z");
        assertThat(json().members().keySet()).isSubsetOf("errorCode", "trackingId", "message", "info", "timestampUtc");
        assertThat(text()).doesNotContain("Exception").doesNotContain("<html").doesNotContain("\tat ");
        return this;
    }

    /** Checks that this is a refusal of the operator API in all its documented parts. */
    public Answer refusesAsProblem(int errorCode) {
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        JsonMembers problem = JsonText.parseObject(body);
        assertThat(problem.whole("errorCode")).as(text()).contains((long) errorCode);
        assertThat(problem.whole("status")).contains((long) status);
        assertThat(status).isEqualTo(errorCode / 1000);
        assertThat(problem.text("type").orElseThrow()).startsWith("urn:fairlead:problem:");
        assertThat(problem.text("title")).isPresent();
        assertThat(problem.text("detail").orElseThrow()).isNotEmpty();
        assertThat(problem.text("trackingId")).contains(header("x-ms-request-id"));
        return this;
    }

    public String message() {
        return json().text("message").orElseThrow();
    }

    private static byte[] joined(byte[] chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int lineEnd = new String(chunks, ISO_8859_1).indexOf("\r\n", at);
            int size = Integer.parseInt(new String(chunks, at, lineEnd - at, ISO_8859_1), 16);
            if (size == 0) return body.toByteArray();
            body.write(chunks, lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
        }
    }
}
