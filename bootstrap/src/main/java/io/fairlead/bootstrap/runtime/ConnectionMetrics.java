package io.fairlead.bootstrap.runtime;

import io.fairlead.adapters.wire.device.DeskObserver;
import io.fairlead.transport.limit.TurnedAway;
import io.fairlead.transport.listener.ConnectionObserver;
import io.fairlead.transport.listener.TlsListener;
import io.fairlead.transport.websocket.FramedConnections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * What the metrics say of listeners for devices: where they are, who is connected, who was not let in, and what those who
 * have logged in are told.
 */
public final class ConnectionMetrics implements DeskObserver {
    private final MetricRegistry metrics;
    private final Map<String, AtomicInteger> sessions = new ConcurrentHashMap<>();

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

    /** Shows how many devices are logged in over a transport, from the start on. */
    public void showSessions(String transport) {
        metrics.gauge("device_sessions", sessions(transport)::get, new Tag("transport", transport));
    }

    private AtomicInteger sessions(String transport) {
        return sessions.computeIfAbsent(transport, none -> new AtomicInteger());
    }

    @Override
    public void arrived(String transport) {
        sessions(transport).incrementAndGet();
    }

    @Override
    public void left(String transport) {
        sessions(transport).decrementAndGet();
    }

    @Override
    public void answered(String transport, String question, int status) {
        metrics.counter(
                        "device_answers",
                        new Tag("transport", transport),
                        new Tag("question", question),
                        new Tag("status", Integer.toString(status)))
                .inc();
    }
}
