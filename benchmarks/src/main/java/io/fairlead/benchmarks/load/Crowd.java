package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.DeviceIdentity;
import io.fairlead.benchmarks.wire.DeviceLine;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Connections that only stay open. */
record Crowd(List<Socket> sockets) implements AutoCloseable {
    /** A record of TLS that announces 512 bytes of a ClientHello, and the first four of them. */
    private static final byte[] BEGINNING = {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc};

    /** Devices that have logged in and say nothing more. */
    static Crowd idle(Transport transport, Endpoint endpoint, int count, IntFunction<DeviceIdentity> device) {
        return new Crowd(Lines.all(transport, endpoint, count, device, DeviceLine::abandon));
    }

    /** Strangers who never finish their handshake: every second one has not even begun it. */
    static Crowd halfOpen(Transport transport, Endpoint endpoint, int count) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), transport.port(endpoint));
            sockets.add(socket);
            if (number % 2 == 0) {
                socket.getOutputStream().write(BEGINNING);
            }
        }
        return new Crowd(sockets);
    }

    /** @throws IllegalStateException when the server has closed some of them: then it has not borne what it should have */
    void demandAllOpen() throws IOException {
        for (Socket socket : sockets) {
            socket.setSoTimeout(1);
            if (hasEnded(socket)) {
                throw new IllegalStateException("the server has closed a connection that was to stay open");
            }
        }
    }

    private static boolean hasEnded(Socket socket) throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // What was sent before, such as a ticket for the next handshake.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
