package io.fairlead.bootstrap.launch;

import io.fairlead.bootstrap.settings.ServerSettings;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where the two listeners will open.
 *
 * @param httpPort  the plain one, for health and metrics
 * @param httpsPort the one of the APIs
 */
record Listeners(InetAddress address, int httpPort, int httpsPort) {

    /** Tries both addresses and lets go of them again: the container only logs a port that is taken and goes on without it. */
    static Listeners free(ServerSettings settings) {
        try (ServerSocket http = open(settings.bind(), settings.httpPort(), "FAIRLEAD_HTTP_PORT");
                ServerSocket https = open(settings.bind(), settings.httpsPort(), "FAIRLEAD_HTTPS_PORT")) {
            return new Listeners(settings.bind(), http.getLocalPort(), https.getLocalPort());
        } catch (IOException e) {
            throw new StartFailure(
                    "Cannot close a socket that was opened to see whether its port is free: " + e.getMessage());
        }
    }

    private static ServerSocket open(InetAddress address, int port, String setting) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket;
        } catch (IOException e) {
            throw new StartFailure(
                    "Cannot listen on %s port %d (%s): stop what listens there, or set %s or FAIRLEAD_BIND."
                            .formatted(address.getHostAddress(), port, e.getMessage(), setting));
        }
    }

    /** Where this machine itself reaches the listeners; an address that means "all" is no destination. */
    InetAddress localAddress() {
        return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
    }

    /** The same as it stands in a URL. */
    String localHost() {
        String local = localAddress().getHostAddress();
        return localAddress() instanceof Inet6Address ? "[" + local + "]" : local;
    }
}
