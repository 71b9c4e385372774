package io.fairlead.transport.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what is under way in either direction. A channel inside a process hands everything over at once, however much
 * waits on the other side, so it is this count that tells the client's connection to stop reading, and the protocol that
 * its client does not read.
 */
final class Meter extends ChannelDuplexHandler {
    private static final int MOST_BYTES = 64 * 1024;
    /** One of those that Netty leaves to users. */
    private static final int OWED = 1;

    private final AtomicInteger toProtocol = new AtomicInteger();
    private final AtomicInteger toClient = new AtomicInteger();
    private final Tunnel.FarEnd client;
    private volatile ChannelHandlerContext protocol;

    Meter(Tunnel.FarEnd client) {
        this.client = client;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        protocol = context;
    }

    /** Bytes of the client are on their way. */
    void received(int bytes) {
        toProtocol.addAndGet(bytes);
    }

    boolean wantsMore() {
        return toProtocol.get() < MOST_BYTES;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        int bytes = ((ByteBuf) message).readableBytes();
        context.fireChannelRead(message);
        int left = toProtocol.addAndGet(-bytes);
        if (left < MOST_BYTES && left + bytes >= MOST_BYTES) client.readOn();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (toClient.addAndGet(((ByteBuf) message).readableBytes()) > MOST_BYTES) writable(context, false);
        context.write(message, promise);
    }

    /** So many bytes have gone to the client. */
    void sent(int bytes) {
        ChannelHandlerContext context = protocol;
        int left = toClient.addAndGet(-bytes);
        if (context != null && left <= MOST_BYTES && left + bytes > MOST_BYTES) {
            context.executor().execute(() -> writable(context, toClient.get() <= MOST_BYTES));
        }
    }

    private static void writable(ChannelHandlerContext context, boolean now) {
        if (context.channel().unsafe().outboundBuffer() != null) {
            context.channel().unsafe().outboundBuffer().setUserDefinedWritability(OWED, now);
        }
    }
}
