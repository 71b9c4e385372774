package io.fairlead.bootstrap.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.transport.websocket.Tunnel;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.WebConnection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bytes between a container and a tunnel that call each other, each with locks of its own. */
class UpgradedConnectionTest {
    private static final int PATIENCE_SECONDS = 20;

    private final FakeContainer container = new FakeContainer();
    private final FakeTunnel tunnel = new FakeTunnel();
    private final UpgradedConnection connection = new UpgradedConnection();
    private final ExecutorService sides = Executors.newFixedThreadPool(2);
    private Consumer<Runnable> later = Runnable::run;

    @AfterEach
    void stopThreads() {
        sides.shutdownNow();
    }

    @Test
    void bytesShouldGoThroughInBothDirections() {
        begin(Optional.of(tunnel));
        container.arrive("hello");
        connection.onDataAvailable();
        connection.send("welcome".getBytes(StandardCharsets.UTF_8));

        assertThat(tunnel.received.toString(StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(container.sent.toString(StandardCharsets.UTF_8)).isEqualTo("welcome");
        assertThat(tunnel.left).isEqualTo(7);
    }

    @Test
    void nothingShouldBeReadUntilTheTunnelWantsMore() {
        tunnel.wantsMore = false;
        begin(Optional.of(tunnel));
        container.arrive("hello");
        connection.onDataAvailable();
        assertThat(tunnel.received.size()).isZero();

        tunnel.wantsMore = true;
        connection.readOn();
        assertThat(tunnel.received.size()).isEqualTo(5);
    }

    @Test
    void lastWordsShouldBeSentBeforeTheConnectionIsClosed() {
        begin(Optional.of(tunnel));
        container.isReady = false;
        connection.send("bye".getBytes(StandardCharsets.UTF_8));
        connection.finish();
        assertThat(container.closed).isZero();

        container.isReady = true;
        connection.onWritePossible();
        assertThat(container.sent.toString(StandardCharsets.UTF_8)).isEqualTo("bye");
        assertThat(container.closed).isEqualTo(1);
    }

    @Test
    void connectionShouldBeClosedOnceWhenNobodyTakesItOver() {
        begin(Optional.empty());
        connection.drop();

        assertThat(container.closed).isEqualTo(1);
    }

    @Test
    void tunnelShouldEndWhenTheClientHasGone() {
        begin(Optional.of(tunnel));
        connection.onError(new EOFException());

        assertThat(tunnel.ended).isTrue();
        assertThat(container.closed).isEqualTo(1);
    }

    /** The container closes under a lock that it also holds when it reports that the client has gone. */
    @Test
    void containerShouldNeverWaitForTheTunnel() throws Exception {
        begin(Optional.of(tunnel));
        CountDownLatch closing = new CountDownLatch(1);
        container.beforeClosing = closing::countDown;
        later = step -> sides.submit(step);
        synchronized (container) {
            connection.finish();
            assertThat(closing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            sides.submit(() -> connection.onError(new EOFException())).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        sides.shutdown();
        assertThat(sides.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(tunnel.ended).isTrue();
        assertThat(container.closed).isEqualTo(1);
    }

    @Test
    void connectionShouldNotBeClosedWithinACallOfTheContainer() {
        begin(Optional.of(tunnel));
        List<Runnable> steps = new ArrayList<>();
        later = steps::add;
        connection.onError(new EOFException());
        connection.drop();
        assertThat(container.closed).isZero();

        steps.forEach(Runnable::run);
        assertThat(container.closed).isEqualTo(1);
    }

    private void begin(Optional<Tunnel> where) {
        connection.begin(client -> where, step -> later.accept(step));
        connection.init(container);
    }

    private static final class FakeTunnel implements Tunnel {
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private boolean wantsMore = true;
        private int left;
        private boolean ended;

        @Override
        public void received(byte[] bytes) {
            received.writeBytes(bytes);
        }

        @Override
        public boolean wantsMore() {
            return wantsMore;
        }

        @Override
        public void sent(int bytes) {
            left += bytes;
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public void execute(Runnable step) {
            step.run();
        }
    }

    private static final class FakeContainer implements WebConnection {
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private ByteArrayInputStream arrived = new ByteArrayInputStream(new byte[0]);
        private boolean isReady = true;
        private Runnable beforeClosing = () -> {};
        private int closed;

        void arrive(String text) {
            arrived = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public boolean isFinished() {
                    return false;
                }

                @Override
                public boolean isReady() {
                    return arrived.available() > 0;
                }

                @Override
                public void setReadListener(ReadListener listener) {}

                @Override
                public int read() {
                    return arrived.read();
                }
            };
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return isReady;
                }

                @Override
                public void setWriteListener(WriteListener listener) {}

                @Override
                public void write(int one) {
                    sent.write(one);
                }
            };
        }

        @Override
        public void close() {
            beforeClosing.run();
            synchronized (this) {
                closed++;
            }
        }
    }
}
