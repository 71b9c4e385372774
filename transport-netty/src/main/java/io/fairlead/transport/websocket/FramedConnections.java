package io.fairlead.transport.websocket;

import io.fairlead.transport.limit.ConnectionGate;
import io.fairlead.transport.limit.TurnedAway;
import io.fairlead.transport.listener.Closing;
import io.fairlead.transport.listener.ConnectionObserver;
import io.fairlead.transport.listener.Peer;
import io.fairlead.transport.listener.Protocol;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where connections end that an HTTP server has upgraded. Each gets a channel inside this process whose far side unpacks
 * the frames and runs the same protocol as a connection over TLS. Opened once, closed once.
 */
public final class FramedConnections {
    private static final int LARGEST_FRAME = 256 * 1024;
    private static final int STOP_SECONDS = 5;
    private static final int MOMENT_MILLIS = 100;

    private final ConnectionGate gate;
    private final ConnectionObserver observer;
    private final EventLoopGroup loops;
    private final LocalAddress door = new LocalAddress(FramedConnections.class);
    private final AtomicLong numbers = new AtomicLong();
    private final Map<LocalAddress, Arrived> arrived = new ConcurrentHashMap<>();
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private volatile Channel server;

    /** Who is on the way through the door. */
    private record Arrived(Peer peer, Protocol protocol, Meter meter) {}

    public FramedConnections(ConnectionGate gate, ConnectionObserver observer, int threads) {
        this.gate = gate;
        this.observer = observer;
        this.loops = new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("fairlead-frames", true), LocalIoHandler.newFactory());
    }

    /** Returns when connections can be handed over. */
    public void open() {
        server = new ServerBootstrap()
                .group(loops)
                .channel(LocalServerChannel.class)
                .childHandler(new ChannelInitializer<LocalChannel>() {
                    @Override
                    protected void initChannel(LocalChannel connection) {
                        prepare(connection);
                    }
                })
                .bind(door)
                .syncUninterruptibly()
                .channel();
        FastThreadLocal.removeAll();
    }

    private void prepare(LocalChannel connection) {
        Arrived who = arrived.remove(connection.remoteAddress());
        if (who == null) {
            connection.close();
            return;
        }
        connections.add(connection);
        connection
                .pipeline()
                .addLast(
                        who.meter(),
                        new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                                .expectMaskedFrames(true)
                                .allowMaskMismatch(false)
                                .maxFramePayloadLength(LARGEST_FRAME)
                                .withUTF8Validator(false)
                                .build()),
                        new WebSocket13FrameEncoder(false),
                        new FrameContent());
        who.protocol().begin(connection.pipeline(), who.peer());
    }

    /** Takes a connection over. Empty when there are too many, or the service stops. */
    public Optional<Tunnel> take(Peer peer, Protocol protocol, Tunnel.FarEnd client) {
        Channel current = server;
        if (current == null || !current.isActive()) return Optional.empty();
        Optional<TurnedAway> refusal = gate.enter(peer.address());
        if (refusal.isPresent()) {
            observer.turnedAway(refusal.get());
            return Optional.empty();
        }
        try {
            return Optional.of(connect(peer, protocol, client));
        } finally {
            FastThreadLocal.removeAll();
        }
    }

    private Tunnel connect(Peer peer, Protocol protocol, Tunnel.FarEnd client) {
        LocalAddress own = new LocalAddress("framed-" + numbers.incrementAndGet());
        Meter meter = new Meter(client);
        arrived.put(own, new Arrived(peer, protocol, meter));
        Channel near = new Bootstrap()
                .group(loops)
                .channel(LocalChannel.class)
                .handler(new NearEnd(client))
                .connect(door, own)
                .syncUninterruptibly()
                .channel();
        near.closeFuture().addListener(closed -> gate.leave(peer.address()));
        return new ChannelTunnel(near, meter);
    }

    /** Does something in a moment, on a thread of its own. */
    public void later(Runnable step) {
        try {
            loops.schedule(step, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            step.run();
        }
    }

    /** Connections that are open. */
    public int connections() {
        return gate.open();
    }

    /** Whether connections can be handed over now. */
    public boolean isAccepting() {
        Channel current = server;
        return current != null && current.isActive();
    }

    /** As {@code TlsListener.close}. */
    public void close(Duration grace) {
        server.close().awaitUninterruptibly();
        connections.forEach(connection -> connection.pipeline().fireUserEventTriggered(Closing.NOW));
        if (!connections.newCloseFuture().awaitUninterruptibly(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            connections.close().awaitUninterruptibly(grace.toMillis(), TimeUnit.MILLISECONDS);
        }
        loops.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(STOP_SECONDS, TimeUnit.SECONDS);
        FastThreadLocal.removeAll();
    }
}
