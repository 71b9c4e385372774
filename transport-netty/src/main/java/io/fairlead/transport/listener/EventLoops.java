package io.fairlead.transport.listener;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** The few threads that all connections share. Nothing that waits may run on them. */
public final class EventLoops implements AutoCloseable {
    private static final int STOP_SECONDS = 5;

    private final EventLoopGroup group;

    public EventLoops(int threads) {
        this.group = new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("fairlead-connections", true), NioIoHandler.newFactory());
    }

    EventLoopGroup group() {
        return group;
    }

    /** Ends the threads; every listener on them must be closed before. */
    @Override
    public void close() {
        group.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
        TlsListener.leaveNothingBehind();
    }
}
