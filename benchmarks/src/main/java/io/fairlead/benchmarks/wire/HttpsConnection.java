package io.fairlead.benchmarks.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/**
 * One HTTP/1.1 connection over TLS that stays open from request to request. It reads and writes on the caller's thread
 * and parses no more than it needs: about a third of the processor time that the JDK's client takes. For one thread.
 */
public final class HttpsConnection implements AutoCloseable {
    private static final int BUFFER = 8192;
    private static final String CONTINUATION = "x-ms-continuation:";

    private final Endpoint endpoint;
    private final Duration patience;
    private SSLSocket socket;
    private InputStream in;
    private OutputStream out;

    /** @param patience how long the server may be silent before a request fails */
    public HttpsConnection(Endpoint endpoint, Duration patience) {
        this.endpoint = endpoint;
        this.patience = patience;
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @param path with its query
     * @throws IOException when there is no answer: whether the server has acted is then unknown. The next request opens
     *     a new connection
     */
    public Answer send(String method, String path, String authorization, byte[] body) throws IOException {
        return send(method, path, authorization, "", body);
    }

    /**
     * The same with more header lines.
     *
     * @param headers each ended by CR LF
     */
    public Answer send(String method, String path, String authorization, String headers, byte[] body)
            throws IOException {
        boolean kept = socket != null;
        byte[] request = request(method, path, authorization, headers, body);
        try {
            return exchange(request);
        } catch (IOException e) {
            // A server may close a connection that it has kept open at any time; to ask again harms nobody.
            if (kept && method.equals("GET")) {
                return exchange(request);
            }
            throw e;
        }
    }

    private Answer exchange(byte[] request) throws IOException {
        try {
            open();
            out.write(request);
            out.flush();
            return answer();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Connects, unless it is; requests do so by themselves. */
    void open() throws IOException {
        if (socket != null) {
            return;
        }
        socket = TlsSockets.open(endpoint, endpoint.port(), patience);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
    }

    /** The connection alone, which stays open while all else is forgotten. */
    Socket abandon() {
        return socket;
    }

    private byte[] request(String method, String path, String authorization, String headers, byte[] body) {
        String head = method + ' ' + path + " HTTP/1.1\r\nHost: " + endpoint.host() + "\r\nAuthorization: "
                + authorization + "\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: " + body.length
                + "\r\n" + headers + "\r\n";
        byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[bytes.length + body.length];
        System.arraycopy(bytes, 0, whole, 0, bytes.length);
        System.arraycopy(body, 0, whole, bytes.length, body.length);
        return whole;
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        Optional<String> continuation = Optional.empty();
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).trim());
            }
            chunked |= name.startsWith("transfer-encoding:") && name.contains("chunked");
            if (name.startsWith(CONTINUATION)) {
                continuation =
                        Optional.of(header.substring(CONTINUATION.length()).trim());
            }
            last |= name.startsWith("connection:") && name.contains("close");
        }
        Answer answer = new Answer(status, continuation, chunked ? chunks() : exactly(length));
        if (last) {
            close();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line().trim(), 16); size > 0; size = Integer.parseInt(line().trim(), 16)) {
            whole.writeBytes(exactly(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection ended within an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended before an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** May be used again: the next request opens it. */
    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // Nothing more is expected of it.
        } finally {
            socket = null;
        }
    }
}
