package io.fairlead.endtoend.sdk;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.SharedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The ports that the device client knows, on an address of the tests' own, each leading to where the server listens. */
record FixedPorts(List<FixedPort> open) implements AutoCloseable {
    static final int MQTTS = 8883;
    static final int AMQPS = 5671;
    static final int HTTPS = 443;

    private static final int PATIENCE_MILLIS = 5_000;

    static FixedPorts to(RunningServer server) {
        List<FixedPort> open = new ArrayList<>();
        int mqtts = URI.create("mqtts://" + server.mqttsEndpoint()).getPort();
        open.add(FixedPort.open(SharedServer.OWN_ADDRESS, MQTTS, mqtts));
        int amqps = URI.create("amqps://" + server.amqpsEndpoint()).getPort();
        open.add(FixedPort.open(SharedServer.OWN_ADDRESS, AMQPS, amqps));
        try {
            open.add(FixedPort.open(
                    SharedServer.OWN_ADDRESS, HTTPS, server.api("/").getPort()));
        } catch (UncheckedIOException e) {
            // Whoever builds may not open it; the tests that need it say that they are skipped.
        }
        return new FixedPorts(open);
    }

    /** Whether this port could be opened. */
    static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(SharedServer.OWN_ADDRESS, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        open.forEach(FixedPort::close);
    }
}
