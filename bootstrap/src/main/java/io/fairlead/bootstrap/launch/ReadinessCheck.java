package io.fairlead.bootstrap.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Asks the server what a client would ask, at every door. The container may report a start that left a listener closed. */
record ReadinessCheck(Listeners listeners, DevicePorts ports, Expected expected) {

    /**
     * What the TLS door shall show.
     *
     * @param named whether the certificate names the address that this machine itself uses: an operator's own need not
     */
    record Expected(SSLContext trust, boolean named) {}

    private static final int PATIENCE_MILLIS = 30_000;

    /** @throws StartFailure when an answer is not that of a server that is ready */
    void pass() {
        try {
            checkHealth();
            checkCertificate(listeners.httpsPort());
            for (int port : ports.open().values()) checkCertificate(port);
        } catch (IOException e) {
            throw new StartFailure("The service came up but cannot be reached: " + e.getMessage());
        }
    }

    private void checkHealth() throws IOException {
        URI address = URI.create("http://%s:%d/health/ready".formatted(listeners.localHost(), listeners.httpPort()));
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        int status = connection.getResponseCode();
        connection.disconnect();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new StartFailure("The service came up but is not ready: /health/ready answers %d.".formatted(status));
        }
    }

    private void checkCertificate(int port) throws IOException {
        String host = listeners.localAddress().getHostAddress();
        try (Socket plain = new Socket()) {
            plain.setSoTimeout(PATIENCE_MILLIS);
            plain.connect(new InetSocketAddress(listeners.localAddress(), port), PATIENCE_MILLIS);
            try (SSLSocket socket =
                    (SSLSocket) expected.trust().getSocketFactory().createSocket(plain, host, port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm(expected.named() ? "HTTPS" : null);
                socket.setSSLParameters(parameters);
                socket.startHandshake();
            }
        }
    }
}
