package io.fairlead.transport.websocket;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.concurrent.RejectedExecutionException;

/**
 * A tunnel over a channel inside this process. Whoever calls is a thread of the container, so all is done on the
 * tunnel's own: Netty notes things with every thread that it works on.
 */
record ChannelTunnel(Channel near, Meter meter) implements Tunnel {
    @Override
    public void received(byte[] bytes) {
        meter.received(bytes.length);
        execute(() -> near.writeAndFlush(Unpooled.wrappedBuffer(bytes)));
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
        execute(near::close);
    }

    @Override
    public void execute(Runnable step) {
        try {
            near.eventLoop().execute(step);
        } catch (RejectedExecutionException e) {
            // The service has stopped, and every connection with it.
        }
    }
}
