package io.fairlead.bootstrap.websocket;

import io.fairlead.bootstrap.runtime.ServicePart;
import io.fairlead.transport.websocket.FramedConnections;
import java.time.Duration;

/** Takes upgraded connections over while the service runs. */
public record SocketsPart(FramedConnections connections) implements ServicePart {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "websocket";
    }

    @Override
    public void start() {
        connections.open();
    }

    @Override
    public void stop() {
        connections.close(GRACE);
    }

    @Override
    public boolean isServing() {
        return connections.isAccepting();
    }
}
