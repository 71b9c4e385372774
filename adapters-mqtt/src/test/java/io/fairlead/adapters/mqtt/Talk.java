package io.fairlead.adapters.mqtt;

import io.fairlead.adapters.wire.device.DeviceDesk;
import io.fairlead.adapters.wire.device.DeviceDoor;
import io.fairlead.adapters.wire.device.OperationEnds;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.transport.listener.Peer;
import io.fairlead.transport.listener.PortTenant;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A connection without a network: packets in, packets out, and time that passes when it is told to. */
final class Talk {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    static final Duration IDLE_TIMEOUT = Duration.ofMinutes(10);
    static final Duration JAVA_DELAY = Duration.ofMillis(100);

    final ScriptedDevices devices = new ScriptedDevices();
    final SessionCount counts = new SessionCount();
    final OperationEnds ends = new OperationEnds();
    final UnpooledByteBufAllocator memory = new UnpooledByteBufAllocator(false);
    final EmbeddedChannel server = new EmbeddedChannel();
    private final EmbeddedChannel outgoing = new EmbeddedChannel(MqttEncoder.INSTANCE);
    private final EmbeddedChannel incoming = new EmbeddedChannel(new MqttDecoder(1 << 20));

    /** Work that nobody has begun. */
    final Deque<Runnable> work = new ArrayDeque<>();

    Talk() {
        this(Runnable::run);
    }

    private Talk(Executor workers, PortTenant... tenants) {
        begin(workers, List.of(tenants));
    }

    static Talk sharingThePortWith(PortTenant tenant) {
        return new Talk(Runnable::run, tenant);
    }

    /** A connection whose work is done when {@link #workOne} is called. */
    static Talk withSlowWorkers() {
        return new Talk(null);
    }

    private void begin(Executor workers, List<PortTenant> tenants) {
        server.config().setAllocator(memory);
        server.freezeTime();
        DeviceDesk desk = new DeviceDesk(
                new DeviceDoor(devices),
                workers == null ? work::add : workers,
                ends,
                () -> "some-guid",
                SettableClock.at(SomeMoments.NOW),
                counts);
        new MqttProtocol(desk, new MqttSettings(CONNECT_TIMEOUT, IDLE_TIMEOUT, JAVA_DELAY), tenants)
                .begin(server.pipeline(), new Peer(InetAddress.getLoopbackAddress(), List.of()));
    }

    /** A device that has connected and subscribed, both answered. */
    Talk asDevice(String id) {
        send(ClientPackets.connect(id));
        send(ClientPackets.subscribe());
        receive();
        receive();
        return this;
    }

    void send(MqttMessage packet) {
        outgoing.writeOutbound(packet);
        for (ByteBuf bytes = outgoing.readOutbound(); bytes != null; bytes = outgoing.readOutbound()) {
            byte[] copy = new byte[bytes.readableBytes()];
            bytes.readBytes(copy);
            bytes.release();
            sendBytes(copy);
        }
    }

    void sendBytes(byte[] bytes) {
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

    /** The next packet of the server, null when there is none. */
    MqttMessage receive() {
        for (ByteBuf bytes = server.readOutbound(); bytes != null; bytes = server.readOutbound()) {
            incoming.writeInbound(bytes);
        }
        return incoming.readInbound();
    }

    /** The bytes that the server has sent since the last look. */
    byte[] receiveBytes() {
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
