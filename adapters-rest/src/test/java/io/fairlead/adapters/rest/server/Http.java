package io.fairlead.adapters.rest.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP/1.1 request as it goes over the wire: nothing is checked, encoded or added but {@code Host}, {@code
 * Connection: close} and, unless it is given or the body is chunked, {@code Content-Length}.
 */
public final class Http {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final InetSocketAddress server;
    private final String requestLine;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = {};

    private Http(InetSocketAddress server, String requestLine) {
        this.server = server;
        this.requestLine = requestLine;
    }

    /**
     * Begins a request.
     *
     * @param target path and query, sent as they are
     */
    public static Http request(RestServer server, String method, String target) {
        return new Http(server.address(), method + " " + target + " HTTP/1.1");
    }

    /** Sets a header; one that is null is not sent. */
    public Http header(String name, String value) {
        if (value != null) headers.put(name, value);
        return this;
    }

    public Http json(String text) {
        return header("Content-Type", "application/json; charset=utf-8").body(text.getBytes(UTF_8));
    }

    public Http body(byte[] bytes) {
        body = bytes.clone();
        return this;
    }

    /** Sends the body in chunks of this size, without saying its length. */
    public Http chunked(int size) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += size) {
            int length = Math.min(size, body.length - at);
            chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            chunks.write(body, at, length);
            chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        body = chunks.toByteArray();
        return header("Transfer-Encoding", "chunked");
    }

    /** Sends it, says nothing more, and reads the answer to its end. */
    public Answer send() {
        return tryToSend().orElseThrow(() -> new AssertionError(requestLine + " got no answer"));
    }

    /** The same where the server may close without an answer. */
    public Optional<Answer> tryToSend() {
        try (Socket socket = new Socket()) {
            socket.connect(server, TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            write(socket);
            byte[] response = socket.getInputStream().readAllBytes();
            return response.length == 0 ? Optional.empty() : Optional.of(Answer.of(response));
        } catch (IOException e) {
            throw new UncheckedIOException(requestLine, e);
        }
    }

    private void write(Socket socket) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head().getBytes(ISO_8859_1));
        request.write(body);
        try {
            socket.getOutputStream().write(request.toByteArray());
            socket.shutdownOutput();
        } catch (IOException e) {
            // The server may answer and close before it has read all: its answer is what counts.
            if (socket.isClosed()) throw e;
        }
    }

    private String head() {
        boolean framed = headers.containsKey("Content-Length") || headers.containsKey("Transfer-Encoding");
        if (!framed && body.length > 0) headers.put("Content-Length", Integer.toString(body.length));
        headers.putIfAbsent("Host", "dps.localtest");
        StringBuilder head = new StringBuilder(requestLine).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Connection: close\r\n\r\n").toString();
    }
}
