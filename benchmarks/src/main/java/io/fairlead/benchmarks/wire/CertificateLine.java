package io.fairlead.benchmarks.wire;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** A device that speaks HTTPS and proves itself by its certificate, over one connection that is its own. */
public final class CertificateLine implements DeviceLine {
    private final DeviceCalls calls;
    private final HttpsConnection connection;

    /** Opens the connection. */
    public CertificateLine(Endpoint endpoint, DeviceIdentity device, DeviceCertificates certificates, Duration patience)
            throws IOException {
        this.calls = DeviceCalls.withoutToken(device);
        this.connection = new HttpsConnection(endpoint.with(certificates.of(device.registrationId())), patience);
        connection.open();
    }

    @Override
    public Answer register() throws IOException {
        return calls.register(connection);
    }

    @Override
    public Answer poll(String operation) throws IOException {
        return calls.poll(connection, operation);
    }

    @Override
    public Socket abandon() {
        return connection.abandon();
    }

    @Override
    public void close() {
        connection.close();
    }
}
