package io.fairlead.endtoend.sdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Leads from a port that a client cannot be told to leave to the one where the server listens, without looking at what
 * passes: client and server speak TLS with each other.
 */
final class FixedPort implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;

    private FixedPort(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static FixedPort open(String address, int port, int target) {
        try {
            FixedPort opened = new FixedPort(new ServerSocket(port, 200, InetAddress.getByName(address)), target);
            daemon(opened::accept);
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            daemon(() -> pump(server, client));
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException e) {
            // Either side has gone; closing both is all there is to do.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // As above.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fixed-port");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
