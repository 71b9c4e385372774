package io.fairlead.transport.websocket;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;

/** A tunnel over a channel inside this process. */
record ChannelTunnel(Channel near) implements Tunnel {
    @Override
    public void received(byte[] bytes) {
        near.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public boolean wantsMore() {
        return near.isWritable();
    }

    @Override
    public void drained() {
        near.config().setAutoRead(true);
    }

    @Override
    public void end() {
        near.close();
    }
}
