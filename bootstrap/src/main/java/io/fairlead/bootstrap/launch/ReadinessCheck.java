package io.fairlead.bootstrap.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the server what a client would ask. The container may report a start that left a listener closed. */
record ReadinessCheck(Listeners listeners) {

    private static final int PATIENCE_MILLIS = 10_000;

    /** @throws StartFailure when the answer is not that the server is ready */
    void pass() {
        try {
            int status = status("http://%s:%d/health/ready".formatted(listeners.localAddress(), listeners.httpPort()));
            if (status != HttpURLConnection.HTTP_OK) {
                throw new StartFailure("The service came up but says that it is not ready (/health/ready answers %d)."
                        .formatted(status));
            }
        } catch (IOException e) {
            throw new StartFailure("The service came up but cannot be reached: " + e.getMessage());
        }
    }

    private static int status(String address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection(java.net.Proxy.NO_PROXY);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
