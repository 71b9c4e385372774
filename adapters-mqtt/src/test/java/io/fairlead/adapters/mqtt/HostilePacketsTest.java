package io.fairlead.adapters.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes that no client sends: nothing escapes, nothing is kept, and the next device is served. */
class HostilePacketsTest {
    private static final long SEED = 20261123;
    private static final int MUTATIONS = 10_000;

    private static final List<byte[]> PACKETS = List.of(
            bytes(ClientPackets.connect("dev-1")),
            bytes(ClientPackets.subscribe()),
            bytes(ClientPackets.publish(MqttQoS.AT_LEAST_ONCE, ClientPackets.REGISTER + "1", "{}")),
            bytes(MqttMessage.PINGREQ),
            bytes(ClientPackets.publish(
                    MqttQoS.AT_MOST_ONCE, ClientPackets.POLL + "2&operationId=" + ScriptedDevices.OPERATION, " ")),
            bytes(MqttMessageBuilders.unsubscribe()
                    .messageId(3)
                    .addTopicFilter(ClientPackets.RESPONSES)
                    .build()),
            bytes(MqttMessage.DISCONNECT));

    @Test
    void conversationShouldSurviveEveryCut() {
        byte[] all = joined(PACKETS);
        for (int cut = 0; cut <= all.length; cut++) {
            assertHarmless(Arrays.copyOf(all, cut), "cut at " + cut);
        }
    }

    @Test
    void conversationShouldBeUnderstoodByteByByte() {
        Talk talk = new Talk();
        for (byte one : joined(PACKETS.subList(0, 3))) {
            talk.sendBytes(new byte[] {one});
        }
        assertThat(talk.devices.registered).hasSize(1);
        talk.hangUp();
        assertThat(talk.memory.metric().usedHeapMemory()).isZero();
    }

    @Test
    void conversationShouldSurviveEveryOrder() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1000; i++) {
            List<byte[]> order = new ArrayList<>(PACKETS);
            Collections.shuffle(order, random);
            assertHarmless(joined(order), "order " + i + " of seed " + SEED);
        }
    }

    @Test
    void conversationShouldSurviveMutations() {
        byte[] all = joined(PACKETS);
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = all.clone();
            for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            assertHarmless(mutated, "mutation " + i + " of seed " + SEED);
        }
        assertGoodDeviceIsServed();
    }

    @Test
    void connectionShouldSurviveNoise() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertHarmless(noise, "noise " + i + " of seed " + SEED);
        }
    }

    private static void assertHarmless(byte[] bytes, String what) {
        Talk talk = new Talk();
        try {
            talk.sendBytes(bytes);
            talk.pass(Talk.IDLE_TIMEOUT.plusSeconds(1));
            assertThat(talk.isOpen()).as("open after %s", what).isFalse();
            talk.hangUp();
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
        assertThat(talk.memory.metric().usedHeapMemory())
                .as("bytes kept after %s", what)
                .isZero();
    }

    private static void assertGoodDeviceIsServed() {
        Talk good = new Talk().asDevice("dev-1");
        good.send(ClientPackets.publish(MqttQoS.AT_MOST_ONCE, ClientPackets.REGISTER + "1", ""));
        assertThat(good.receive()).isInstanceOf(MqttPublishMessage.class);
    }

    private static byte[] bytes(MqttMessage packet) {
        EmbeddedChannel encoder = new EmbeddedChannel(MqttEncoder.INSTANCE);
        encoder.writeOutbound(packet);
        ByteBuf encoded = encoder.readOutbound();
        byte[] bytes = new byte[encoded.readableBytes()];
        encoded.readBytes(bytes);
        encoder.finishAndReleaseAll();
        return bytes;
    }

    private static byte[] joined(List<byte[]> packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (byte[] packet : packets) {
                all.write(packet);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return all.toByteArray();
    }
}
