package io.fairlead.endtoend.sdk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An HTTP proxy that takes every {@code CONNECT} to one and the same port of this machine: the service client knows no port but 443. */
final class ConnectTunnel implements AutoCloseable {

    private static final byte[] ESTABLISHED = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listener;
    private final int target;

    private ConnectTunnel(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static ConnectTunnel to(int port) {
        try {
            ConnectTunnel tunnel = new ConnectTunnel(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            daemon(tunnel::accept);
            return tunnel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
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
            InputStream fromClient = new BufferedInputStream(client.getInputStream());
            skipHead(fromClient);
            client.getOutputStream().write(ESTABLISHED);
            daemon(() -> pump(server, client));
            fromClient.transferTo(server.getOutputStream());
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

    private static void skipHead(InputStream in) throws IOException {
        String end = "";
        while (!end.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended in its head");
            }
            end = end.substring(Math.max(0, end.length() - 3)) + (char) next;
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "connect-tunnel");
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
