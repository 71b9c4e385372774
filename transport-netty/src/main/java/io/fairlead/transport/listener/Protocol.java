package io.fairlead.transport.listener;

import io.netty.channel.ChannelPipeline;

/**
 * A protocol spoken over a connection, whatever carries it: TLS, or the frames of a WebSocket. It answers {@link
 * Closing} by finishing what is under way and closing.
 */
@FunctionalInterface
public interface Protocol {
    /** Takes an open connection over by adding its handlers. Called once, on the connection's event loop. */
    void begin(ChannelPipeline pipeline, Peer peer);
}
