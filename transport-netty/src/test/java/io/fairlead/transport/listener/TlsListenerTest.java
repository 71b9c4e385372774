package io.fairlead.transport.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.transport.limit.ConnectionGate;
import io.fairlead.transport.limit.ConnectionLimits;
import io.fairlead.transport.limit.TurnedAway;
import io.fairlead.transport.tls.ServerTls;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real connections to a listener that sends back what it gets. */
class TlsListenerTest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int PER_NEIGHBOUR = 50;

    private final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    private final EventLoops loops = new EventLoops(2);
    private TlsListener listener;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        Path keys = SelfSigned.named("localhost").in(folder.resolve("server.p12"));
        listener = listener(keys, 0);
        listener.open();
    }

    @AfterEach
    void close() {
        listener.close(Duration.ofSeconds(5));
        loops.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void connectionShouldReachTheProtocolInEitherVersion(String version) throws IOException {
        try (SSLSocket client = connect(SelfSigned.anonymous())) {
            client.setEnabledProtocols(new String[] {version});
            assertThat(echo(client, "hello")).isEqualTo("hello");
        }
        assertThat(peers)
                .singleElement()
                .satisfies(peer -> assertThat(peer.chain()).isEmpty());
    }

    @Test
    void protocolShouldKnowTheCertificateThatNobodyVouchesFor() throws IOException {
        SelfSigned device = SelfSigned.named("my-device-01");
        try (SSLSocket client = connect(device.asClient())) {
            assertThat(echo(client, "hello")).isEqualTo("hello");
        }
        assertThat(peers).singleElement().satisfies(peer -> {
            assertThat(peer.chain()).containsExactly(device.certificate());
            assertThat(peer.address().isLoopbackAddress()).isTrue();
        });
    }

    @Test
    void clientShouldBeHeardBesideOthersThatSayNothingOrNonsense() throws Exception {
        try (Sockets silent = new Sockets();
                Sockets talkative = new Sockets()) {
            for (int i = 0; i < PER_NEIGHBOUR / 2 - 1; i++) {
                silent.open(listener.port());
                talkative.open(listener.port()).getOutputStream().write(new byte[] {16, 3, 1, 0, 5, 1, 2, 3, 4, 5});
            }
            try (SSLSocket client = connect(SelfSigned.anonymous())) {
                assertThat(echo(client, "hello")).isEqualTo("hello");
            }
            assertThat(event()).isEqualTo("handshake failed");
        }
    }

    @Test
    void connectionsOverTheLimitShouldBeClosedAndTheNextBeServedWhenThereIsRoom() throws Exception {
        try (Sockets many = new Sockets()) {
            for (int i = 0; i < PER_NEIGHBOUR; i++) {
                many.open(listener.port());
            }
            try (Socket over = new Sockets().open(listener.port())) {
                assertThat(endOf(over)).isTrue();
            }
            assertThat(event()).isEqualTo(TurnedAway.TOO_MANY);
        }
        SSLSocket client = connectSoon();
        assertThat(echo(client, "hello")).isEqualTo("hello");
        client.close();
    }

    @Test
    void closeShouldEndIdleConnectionsAtOnceAndRefuseNewOnes() throws IOException {
        try (SSLSocket client = connect(SelfSigned.anonymous())) {
            echo(client, "hello");
            assertThat(listener.isAccepting()).isTrue();

            listener.close(Duration.ofSeconds(20));

            assertThat(client.getInputStream().read()).isNegative();
            assertThat(listener.isAccepting()).isFalse();
            assertThatThrownBy(() -> connect(SelfSigned.anonymous())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void openShouldFailWhenThePortIsTaken(@TempDir Path folder) throws IOException {
        TlsListener second = listener(SelfSigned.named("localhost").in(folder.resolve("second.p12")), listener.port());

        assertThatThrownBy(second::open).isInstanceOf(IOException.class).hasMessageContaining("in use");
    }

    private TlsListener listener(Path keys, int port) throws IOException {
        return new TlsListener(
                new ListenerSettings(InetAddress.getLoopbackAddress(), port, Duration.ofSeconds(10)),
                ServerTls.of(keys, SelfSigned.PASSWORD),
                this::echo,
                loops,
                new ConnectionGate(new ConnectionLimits(1000, PER_NEIGHBOUR, 100_000), Clock.systemUTC()),
                new ConnectionObserver() {
                    @Override
                    public void turnedAway(TurnedAway reason) {
                        events.add(reason);
                    }

                    @Override
                    public void handshakeFailed() {
                        events.add("handshake failed");
                    }
                });
    }

    private void echo(ChannelPipeline pipeline, Peer peer) {
        peers.add(peer);
        pipeline.addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                context.writeAndFlush(message);
            }

            @Override
            public void userEventTriggered(ChannelHandlerContext context, Object event) {
                if (event == Closing.NOW) context.close();
            }
        });
    }

    private Object event() throws InterruptedException {
        return events.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private SSLSocket connect(SSLContext context) throws IOException {
        SSLSocket client =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), listener.port());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    /** The server learns a moment later that others have gone. */
    private SSLSocket connectSoon() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (true) {
            try {
                SSLSocket client = connect(SelfSigned.anonymous());
                client.startHandshake();
                return client;
            } catch (IOException e) {
                if (System.nanoTime() > deadline) throw e;
            }
        }
    }

    private static boolean endOf(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            // Reset is as good an end as any.
            return true;
        }
    }

    private static String echo(SSLSocket client, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        client.getOutputStream().write(bytes);
        return new String(client.getInputStream().readNBytes(bytes.length), StandardCharsets.US_ASCII);
    }

    /** Plain sockets that are closed together. */
    private static final class Sockets implements AutoCloseable {
        private final List<Socket> open = new ArrayList<>();

        Socket open(int port) throws IOException {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            open.add(socket);
            return socket;
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }
}
