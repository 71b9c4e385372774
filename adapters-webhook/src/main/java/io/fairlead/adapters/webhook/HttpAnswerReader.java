package io.fairlead.adapters.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one answer of HTTP/1.1 (RFC 9112) from a connection that ends with it. What is too long or malformed is refused
 * before it is kept: the other side is a stranger's program.
 */
final class HttpAnswerReader {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9a-fA-F]{1,7})[ \\t]*(?:;.*)?");
    private static final int INTERIM = 200;

    private final InputStream in;
    private int headLeft = WebhookSettings.MAX_HEAD;

    HttpAnswerReader(InputStream in) {
        this.in = in;
    }

    HttpAnswer read() throws IOException {
        int status = status();
        Map<String, String> fields = fields();
        while (status < INTERIM) {
            status = status();
            fields = fields();
        }
        return new HttpAnswer(status, body(status, fields));
    }

    private int status() throws IOException {
        Matcher line = STATUS_LINE.matcher(line());
        if (!line.matches()) {
            throw new WebhookProblem("the allocation webhook does not speak HTTP");
        }
        return Integer.parseInt(line.group(1));
    }

    private Map<String, String> fields() throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private byte[] body(int status, Map<String, String> fields) throws IOException {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        String coding = fields.get("transfer-encoding");
        if (coding != null) {
            return chunks(coding);
        }
        String length = fields.get("content-length");
        return length == null ? untilTheEnd() : exactly(length(length));
    }

    private byte[] chunks(String coding) throws IOException {
        if (!coding.equalsIgnoreCase("chunked")) {
            throw new WebhookProblem("the allocation webhook's answer has a transfer coding other than chunked");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            if (body.size() + size > WebhookSettings.MAX_BODY) {
                throw tooLong();
            }
            body.writeBytes(exactly(size));
            line();
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        Matcher size = CHUNK_SIZE.matcher(line());
        if (!size.matches()) {
            throw broken();
        }
        return Integer.parseInt(size.group(1), 16);
    }

    private static int length(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw broken();
        }
        if (Long.parseLong(text) > WebhookSettings.MAX_BODY) {
            throw tooLong();
        }
        return Integer.parseInt(text);
    }

    private byte[] untilTheEnd() throws IOException {
        byte[] body = in.readNBytes(WebhookSettings.MAX_BODY + 1);
        if (body.length > WebhookSettings.MAX_BODY) {
            throw tooLong();
        }
        return body;
    }

    private byte[] exactly(int size) throws IOException {
        byte[] part = in.readNBytes(size);
        if (part.length < size) {
            throw broken();
        }
        return part;
    }

    /** A line of the head, or between chunks, without its end; all of them together are bounded. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || --headLeft < 0) {
                throw broken();
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static WebhookProblem tooLong() {
        return new WebhookProblem(
                "the allocation webhook's answer is longer than " + WebhookSettings.MAX_BODY / 1024 + " KB");
    }

    private static WebhookProblem broken() {
        return new WebhookProblem("the allocation webhook's answer is broken off or malformed");
    }
}
