package io.fairlead.bootstrap.websocket;

import io.fairlead.transport.listener.Peer;
import io.fairlead.transport.listener.Protocol;
import io.fairlead.transport.websocket.FramedConnections;
import io.fairlead.transport.websocket.Tunnel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where devices come in over WebSocket, and what they may speak there.
 *
 * @param protocols by the names under which clients ask for them; none when WebSockets are switched off
 */
public record DeviceSockets(FramedConnections connections, Map<String, Protocol> protocols) {
    /** C, Node and Python; the Java client over MQTT; the C# client. */
    private static final Set<String> PATHS = Set.of("/$iothub/websocket", "/mqtt", "/");

    public DeviceSockets {
        protocols = Map.copyOf(protocols);
    }

    /** Whether a WebSocket may be opened there. */
    boolean isPath(String path) {
        return PATHS.contains(path) && !protocols.isEmpty();
    }

    Set<String> spoken() {
        return protocols.keySet();
    }

    Optional<Tunnel> open(String protocol, Peer peer, Tunnel.FarEnd client) {
        return connections.take(peer, protocols.get(protocol), client);
    }

    void later(Runnable step) {
        connections.later(step);
    }
}
