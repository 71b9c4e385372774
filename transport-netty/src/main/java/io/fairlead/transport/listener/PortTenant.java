package io.fairlead.transport.listener;

/**
 * A service that shares a port with another one: hubs speak MQTT on the port on which devices are provisioned. Which
 * connection is whose, the first message says.
 */
public interface PortTenant {
    /** Its claim on a new connection. Called once for each, on the connection's event loop. */
    FirstMessageRouter.Route route(Peer peer);

    /** The largest message that its clients may send, in bytes; it must refuse larger ones by itself. */
    int largestMessage();
}
