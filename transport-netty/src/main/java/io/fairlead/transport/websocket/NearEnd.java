package io.fairlead.transport.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;

/** Hands to the client's connection what the protocol sends. */
final class NearEnd extends ChannelInboundHandlerAdapter {
    private static final int LAST_WORDS_SECONDS = 5;

    private final Tunnel.FarEnd client;

    NearEnd(Tunnel.FarEnd client) {
        this.client = client;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        client.send(ByteBufUtil.getBytes(bytes));
        bytes.release();
    }

    /** A client that does not read its last words goes without them. */
    @Override
    public void channelInactive(ChannelHandlerContext context) {
        client.finish();
        context.executor().schedule(client::drop, LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
