package io.fairlead.transport.listener;

import io.fairlead.transport.limit.ConnectionGate;
import io.fairlead.transport.tls.ServerTls;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One port: TLS, limits, and a protocol behind them. Opened once, closed once. */
public final class TlsListener {
    private static final int BACKLOG = 1024;

    private final ListenerSettings settings;
    private final ServerTls tls;
    private final Protocol protocol;
    private final EventLoops loops;
    private final ConnectionGate gate;
    private final ConnectionObserver observer;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private volatile Channel door;

    public TlsListener(
            ListenerSettings settings,
            ServerTls tls,
            Protocol protocol,
            EventLoops loops,
            ConnectionGate gate,
            ConnectionObserver observer) {
        this.settings = settings;
        this.tls = tls;
        this.protocol = protocol;
        this.loops = loops;
        this.gate = gate;
        this.observer = observer;
    }

    /** Returns when clients can connect. @throws IOException when the port cannot be had */
    public void open() throws IOException {
        ChannelFuture bound = new ServerBootstrap()
                .group(loops.group())
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .handler(new DoorKeeping(gate, observer))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        prepare(connection);
                    }
                })
                .bind(new InetSocketAddress(settings.address(), settings.port()))
                .awaitUninterruptibly();
        leaveNothingBehind();
        if (!bound.isSuccess()) {
            throw new IOException(bound.cause().getMessage(), bound.cause());
        }
        door = bound.channel();
    }

    private void prepare(Channel connection) {
        SslHandler handshake = tls.context().newHandler(connection.alloc());
        handshake.setHandshakeTimeoutMillis(settings.handshakeTimeout().toMillis());
        connections.add(connection);
        connection.pipeline().addLast(handshake, new Arrival(protocol, observer));
    }

    /** Where it listens; meaningful once it is open. */
    public int port() {
        return ((InetSocketAddress) door.localAddress()).getPort();
    }

    /** Whether clients can connect now. */
    public boolean isAccepting() {
        Channel current = door;
        return current != null && current.isActive();
    }

    /** Connections that are open. */
    public int connections() {
        return gate.open();
    }

    /**
     * Lets nobody in any more and tells everybody inside to finish; returns when all are gone, or closes those that are
     * left after the grace.
     */
    public void close(Duration grace) {
        if (door == null) return;
        door.close().awaitUninterruptibly();
        connections.forEach(connection -> connection.pipeline().fireUserEventTriggered(Closing.NOW));
        if (!connections.newCloseFuture().awaitUninterruptibly(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            connections.close().awaitUninterruptibly(grace.toMillis(), TimeUnit.MILLISECONDS);
        }
        leaveNothingBehind();
    }

    /** Netty notes things with every thread that uses it; a container complains of what it finds on its own. */
    static void leaveNothingBehind() {
        FastThreadLocal.removeAll();
    }
}
