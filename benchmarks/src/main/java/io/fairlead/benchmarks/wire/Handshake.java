package io.fairlead.benchmarks.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Full handshakes of a device with its certificate, TLS 1.3 and P-256 on both sides. Each asks for a server by a name of
 * its own, under which no session was kept, so none is taken up again.
 */
public record Handshake(Endpoint endpoint, SSLSocketFactory device, AtomicLong names) {
    private static final int PATIENCE_MILLIS = 30_000;

    /** One device's, again and again. */
    public static Handshake of(Endpoint endpoint, String registrationId, DeviceCertificates certificates) {
        return new Handshake(endpoint, certificates.of(registrationId), new AtomicLong());
    }

    /** Opens a connection, shakes hands, and closes it. @throws IOException when the server does not come to the end */
    public void once() throws IOException {
        String name = "name-" + names.getAndIncrement() + ".test";
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(PATIENCE_MILLIS);
            try (SSLSocket tls = (SSLSocket) device.createSocket(plain, name, endpoint.port(), true)) {
                tls.startHandshake();
            }
        }
    }
}
