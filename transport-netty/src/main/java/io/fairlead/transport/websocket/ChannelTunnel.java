package io.fairlead.transport.websocket;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;

/** A tunnel over a channel inside this process. */
record ChannelTunnel(Channel near, Meter meter) implements Tunnel {
    @Override
    public void received(byte[] bytes) {
        meter.received(bytes.length);
        near.writeAndFlush(Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public boolean wantsMore() {
        return meter.wantsMore();
    }

    @Override
    public void sent(int bytes) {
        meter.sent(bytes);
    }

    @Override
    public void end() {
        near.close();
    }
}
