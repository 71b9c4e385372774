package io.fairlead.adapters.amqp;

import io.fairlead.adapters.wire.device.DeviceDesk;
import io.fairlead.adapters.wire.device.DeviceDoor;
import io.fairlead.adapters.wire.device.OperationEnds;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.transport.listener.Peer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A connection without a network: bytes in, bytes out, and time that passes when it is told to. */
final class Talk {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    static final Duration LOGIN_TIMEOUT = Duration.ofSeconds(60);
    static final Duration IDLE_TIMEOUT = Duration.ofMinutes(10);
    static final Duration JAVA_DELAY = Duration.ofMillis(100);

    final ScriptedDevices devices = new ScriptedDevices();
    final SessionCount counts = new SessionCount();
    final OperationEnds ends = new OperationEnds();
    final UnpooledByteBufAllocator memory = new UnpooledByteBufAllocator(false);
    final EmbeddedChannel server = new EmbeddedChannel();
    /** All that was sent, piece by piece. */
    final List<byte[]> sent = new ArrayList<>();
    /** Work that nobody has begun. */
    final Deque<Runnable> work = new ArrayDeque<>();

    private boolean slow;

    Talk() {
        this(List.of());
    }

    /** @param chain what the device showed in the handshake */
    Talk(List<X509Certificate> chain) {
        server.config().setAllocator(memory);
        server.freezeTime();
        DeviceDesk desk = new DeviceDesk(
                new DeviceDoor(devices),
                task -> {
                    if (slow) work.add(task);
                    else task.run();
                },
                ends,
                () -> "some-guid",
                SettableClock.at(SomeMoments.NOW),
                counts);
        new AmqpProtocol(
                        desk,
                        () -> "some-guid",
                        SettableClock.at(SomeMoments.NOW),
                        new AmqpSettings(CONNECT_TIMEOUT, LOGIN_TIMEOUT, IDLE_TIMEOUT, JAVA_DELAY))
                .begin(server.pipeline(), new Peer(InetAddress.getLoopbackAddress(), chain));
    }

    /** From now on work is done when {@link #workOne} is called. */
    Talk withSlowWorkers() {
        slow = true;
        return this;
    }

    /** What is sent to a connection that is closed is lost, as in a network. */
    void send(byte[] bytes) {
        sent.add(bytes);
        if (!isOpen()) return;
        server.writeInbound(memory.buffer(Math.max(1, bytes.length)).writeBytes(bytes));
        server.runPendingTasks();
    }

    void workOne() {
        work.remove().run();
        server.runPendingTasks();
    }

    void pass(Duration time) {
        server.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        server.runScheduledPendingTasks();
        server.runPendingTasks();
    }

    /** What the server has sent since the last look. */
    byte[] receive() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuf bytes = server.readOutbound(); bytes != null; bytes = server.readOutbound()) {
            byte[] copy = new byte[bytes.readableBytes()];
            bytes.readBytes(copy).release();
            all.writeBytes(copy);
        }
        return all.toByteArray();
    }

    boolean isOpen() {
        return server.isOpen();
    }

    /** Ends the connection as a client does that hangs up; throws what a handler let escape. */
    void hangUp() {
        server.finishAndReleaseAll();
        server.checkException();
    }
}
