package io.fairlead.transport.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Hands to the client's connection what the protocol sends. */
final class NearEnd extends ChannelInboundHandlerAdapter {
    private final Tunnel.FarEnd client;

    NearEnd(Tunnel.FarEnd client) {
        this.client = client;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        boolean more = client.send(ByteBufUtil.getBytes(bytes));
        bytes.release();
        context.channel().config().setAutoRead(more);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) client.readOn();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        client.finish();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
