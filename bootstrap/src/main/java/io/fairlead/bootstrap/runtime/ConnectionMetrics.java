package io.fairlead.bootstrap.runtime;

import io.fairlead.transport.limit.TurnedAway;
import io.fairlead.transport.listener.ConnectionObserver;
import io.fairlead.transport.listener.TlsListener;
import io.fairlead.transport.websocket.FramedConnections;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What the metrics say of listeners for devices: where they are, who is connected, who was not let in. */
public final class ConnectionMetrics {
    private final MetricRegistry metrics;

    public ConnectionMetrics(MetricRegistry metrics) {
        this.metrics = metrics;
    }

    /** Shows a listener that is open. */
    void show(String name, TlsListener listener) {
        Tag tag = new Tag("listener", name);
        metrics.gauge("device_listener_port", listener::port, tag);
        metrics.gauge("device_connections", listener::connections, tag);
    }

    /** Shows the connections that came over WebSocket. */
    public void showSockets(FramedConnections sockets) {
        metrics.gauge("device_connections", sockets::connections, new Tag("listener", "websocket"));
    }

    /** Counts what happens at the door of one listener. */
    public ConnectionObserver of(String name) {
        Tag tag = new Tag("listener", name);
        return new ConnectionObserver() {
            @Override
            public void turnedAway(TurnedAway reason) {
                metrics.counter("device_connections_turned_away", tag, new Tag("reason", reason.name()))
                        .inc();
            }

            @Override
            public void handshakeFailed() {
                metrics.counter("device_handshakes_failed", tag).inc();
            }
        };
    }

    /** Counts an answer to a device that asked over a connection that it keeps. */
    public void answered(String transport, String question, int status) {
        metrics.counter(
                        "device_answers",
                        new Tag("transport", transport),
                        new Tag("question", question),
                        new Tag("status", Integer.toString(status)))
                .inc();
    }
}
