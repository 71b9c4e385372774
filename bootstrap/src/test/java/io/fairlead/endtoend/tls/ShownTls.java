package io.fairlead.endtoend.tls;

import io.fairlead.endtoend.RunningServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A TLS connection by address, so that no server name is sent, to whoever answers. */
final class ShownTls implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int LARGEST = 64 * 1024;

    private final SSLSocket socket;

    private ShownTls(SSLSocket socket) {
        this.socket = socket;
    }

    static ShownTls to(RunningServer server) throws IOException {
        return to(server, "TLSv1.3");
    }

    /** @param ciphers all of the platform when none is named */
    static ShownTls to(RunningServer server, String protocol, String... ciphers) throws IOException {
        SSLSocket socket = (SSLSocket) anybody()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.api("/").getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setEnabledProtocols(new String[] {protocol});
        if (ciphers.length > 0) socket.setEnabledCipherSuites(ciphers);
        socket.startHandshake();
        return new ShownTls(socket);
    }

    static X509Certificate shownBy(RunningServer server) throws IOException {
        try (ShownTls connection = to(server)) {
            return connection.certificate();
        }
    }

    X509Certificate certificate() throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    String cipher() {
        return socket.getSession().getCipherSuite();
    }

    String get(String path) throws IOException {
        return send("GET", path, "");
    }

    /** The beginning of the answer. */
    String send(String method, String path, String headers) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                + "Content-Length: 0\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return new String(socket.getInputStream().readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static SSLContext anybody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyServer()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class AnyServer extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
