package io.fairlead.endtoend.badinput;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.Trust;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** One TLS connection over which a test says whatever it likes. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final SSLSocket socket;
    private final InputStream in;

    RawConnection(RunningServer server) throws IOException {
        socket = (SSLSocket) Trust.in(server.caCertificate())
                .getSocketFactory()
                .createSocket("localhost", server.api("/").getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** One request on a connection of its own. */
    static Optional<RawAnswer> exchange(RunningServer server, String request) throws IOException {
        try (RawConnection connection = new RawConnection(server)) {
            return connection.send(request).answer();
        }
    }

    /** @param text each character one byte */
    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Says that nothing more will come. */
    RawConnection endOfInput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    Optional<RawAnswer> answer() throws IOException {
        return RawAnswer.read(in, false);
    }

    Optional<RawAnswer> answerToHead() throws IOException {
        return RawAnswer.read(in, true);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
