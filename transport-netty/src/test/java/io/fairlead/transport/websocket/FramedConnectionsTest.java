package io.fairlead.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.transport.limit.ConnectionGate;
import io.fairlead.transport.limit.ConnectionLimits;
import io.fairlead.transport.limit.TurnedAway;
import io.fairlead.transport.listener.Closing;
import io.fairlead.transport.listener.ConnectionObserver;
import io.fairlead.transport.listener.Peer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames go in at one end, a protocol that sends back what it gets sits at the other. */
class FramedConnectionsTest {
    private static final int PATIENCE_SECONDS = 20;
    private static final Peer PEER = new Peer(InetAddress.getLoopbackAddress(), List.of());

    private final FramedConnections connections = new FramedConnections(
            new ConnectionGate(new ConnectionLimits(10, 2, 1000), Clock.systemUTC()), new Nobody(), 1);
    private final Client client = new Client();

    @BeforeEach
    void open() {
        connections.open();
        client.tunnel = connections.take(PEER, this::echo, client).orElseThrow();
    }

    @AfterEach
    void close() {
        connections.close(Duration.ofSeconds(5));
    }

    @Test
    void contentShouldPassInBothDirectionsHoweverItIsCut() throws Exception {
        for (byte one : client.bytes(new BinaryWebSocketFrame(text("hello")))) {
            client.tunnel.received(new byte[] {one});
        }

        assertThat(client.content(5)).isEqualTo("hello");
    }

    @Test
    void piecesOfAMessageShouldPassAsTheyCome() throws Exception {
        client.send(new BinaryWebSocketFrame(false, 0, text("hel")));
        client.send(new PingWebSocketFrame(text("?")));
        client.send(new ContinuationWebSocketFrame(true, 0, text("lo")));

        StringBuilder content = new StringBuilder();
        boolean pong = false;
        while (content.length() < 5 || !pong) {
            WebSocketFrame frame = client.next();
            if (frame instanceof PongWebSocketFrame) pong = true;
            else content.append(frame.content().toString(StandardCharsets.UTF_8));
        }
        assertThat(content).hasToString("hello");
    }

    @Test
    void closeShouldBeAnsweredAndEndTheConnection() throws Exception {
        client.send(new CloseWebSocketFrame(1000, "bye"));

        assertThat(((CloseWebSocketFrame) client.next()).statusCode()).isEqualTo(1000);
        assertThat(client.finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void textShouldBeRefused() throws Exception {
        client.send(new TextWebSocketFrame("hello"));

        assertThat(((CloseWebSocketFrame) client.next()).statusCode()).isEqualTo(1003);
        assertThat(client.finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void connectionShouldEndOnBytesThatAreNoFrames() throws Exception {
        client.tunnel.received(new byte[] {(byte) 0xff, (byte) 0xff, 0, 0});

        assertThat(client.finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void takeShouldRefuseWhenTheNeighbourHasEnoughUntilOneEnds() throws Exception {
        Client second = new Client();
        second.tunnel = connections.take(PEER, this::echo, second).orElseThrow();
        assertThat(connections.take(PEER, this::echo, new Client())).isEmpty();
        assertThat(connections.connections()).isEqualTo(2);

        second.tunnel.end();
        assertThat(second.finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (connections.connections() > 1 && System.nanoTime() < deadline) Thread.onSpinWait();
        assertThat(connections.take(PEER, this::echo, new Client())).isPresent();
    }

    /** The echo closes a connection that it cannot write to, as protocols do. */
    @Test
    void clientThatDoesNotReadShouldNotFillTheMemory() throws Exception {
        client.reads = false;
        byte[] frame = client.bytes(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(new byte[4096])));
        int sent = 0;
        for (; sent < 1000 && client.finished.getCount() > 0; sent++) {
            client.tunnel.received(frame);
            while (!client.tunnel.wantsMore() && client.finished.getCount() > 0) Thread.onSpinWait();
        }

        assertThat(client.finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(sent).isLessThan(100);
        assertThat(client.received.stream().mapToInt(bytes -> bytes.length).sum())
                .isLessThan(100_000);
    }

    @Test
    void stopShouldEndConnectionsAndTakeNoMore() throws Exception {
        connections.close(Duration.ofSeconds(PATIENCE_SECONDS));

        assertThat(client.finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(connections.isAccepting()).isFalse();
        assertThat(connections.take(PEER, this::echo, new Client())).isEmpty();
    }

    private void echo(ChannelPipeline pipeline, Peer peer) {
        pipeline.addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (context.channel().isWritable()) {
                    context.writeAndFlush(message);
                } else {
                    ReferenceCountUtil.release(message);
                    context.close();
                }
            }

            @Override
            public void userEventTriggered(ChannelHandlerContext context, Object event) {
                if (event == Closing.NOW) context.close();
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                context.close();
            }
        });
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    private static final class Client implements Tunnel.FarEnd {
        private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
        private final CountDownLatch finished = new CountDownLatch(1);
        private final EmbeddedChannel decoder = new EmbeddedChannel(new WebSocket13FrameDecoder(false, false, 65536));
        private volatile boolean reads = true;
        private volatile Tunnel tunnel;

        @Override
        public void send(byte[] bytes) {
            received.add(bytes);
            if (reads) tunnel.sent(bytes.length);
        }

        @Override
        public void drop() {
            finished.countDown();
        }

        @Override
        public void readOn() {
            // It reads as long as there is anything.
        }

        @Override
        public void finish() {
            finished.countDown();
        }

        void send(WebSocketFrame frame) {
            tunnel.received(bytes(frame));
        }

        byte[] bytes(WebSocketFrame frame) {
            EmbeddedChannel encoder = new EmbeddedChannel(new WebSocket13FrameEncoder(true));
            encoder.writeOutbound(frame);
            ByteBuf all = Unpooled.buffer();
            for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
                all.writeBytes(part);
            }
            byte[] bytes = new byte[all.readableBytes()];
            all.readBytes(bytes);
            return bytes;
        }

        WebSocketFrame next() throws InterruptedException {
            WebSocketFrame frame = decoder.readInbound();
            while (frame == null) {
                decoder.writeInbound(Unpooled.wrappedBuffer(received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)));
                frame = decoder.readInbound();
            }
            return frame;
        }

        String content(int length) throws InterruptedException {
            StringBuilder content = new StringBuilder();
            while (content.length() < length) {
                content.append(next().content().toString(StandardCharsets.UTF_8));
            }
            return content.toString();
        }
    }

    private static final class Nobody implements ConnectionObserver {
        @Override
        public void turnedAway(TurnedAway reason) {
            // The result says it too.
        }

        @Override
        public void handshakeFailed() {
            throw new AssertionError("there is no TLS here");
        }
    }
}
