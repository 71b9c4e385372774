package io.fairlead.benchmarks.wire;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** A device that speaks HTTPS, over one connection that is its own. */
final class HttpsLine implements DeviceLine {
    private final DeviceCalls calls;
    private final HttpsConnection connection;

    HttpsLine(Endpoint endpoint, DeviceIdentity device, Duration patience) throws IOException {
        this.calls = new DeviceCalls(device);
        this.connection = new HttpsConnection(endpoint, patience);
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
