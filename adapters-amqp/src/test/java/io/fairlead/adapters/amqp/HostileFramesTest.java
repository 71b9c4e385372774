package io.fairlead.adapters.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.ResourceLeakDetector;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes that no client sends: nothing escapes, nothing is kept, and the next device is served. */
class HostileFramesTest {
    private static final long SEED = 20261123;
    private static final int MUTATIONS = 10_000;
    private static final int FRAME_HEADER = 8;

    private final ResourceLeakDetector.Level level = ResourceLeakDetector.getLevel();

    /** One conversation by SASL and one without, each as the headers and frames in which it was sent. */
    private final List<List<byte[]>> conversations =
            List.of(conversation(Device.plain(new Talk(), Device.address("dev-1"), Device.token("dev-1"))), bare());

    private static List<byte[]> bare() {
        return conversation(Device.bare(new Talk()));
    }

    private static List<byte[]> conversation(Device device) {
        device.open().attach(Device.address("dev-1"));
        device.register("{\"registrationId\":\"dev-1\",\"payload\":{\"a\":[1,2,3]}}");
        device.poll(ScriptedDevices.OPERATION);
        device.requests.close();
        device.replies.close();
        device.session.close();
        device.connection.close();
        device.pump();
        return frames(AmqpLoginTest.join(device.sent()));
    }

    private static List<byte[]> frames(byte[] all) {
        List<byte[]> frames = new ArrayList<>();
        for (int at = 0; at < all.length; ) {
            int length = all[at] == 'A' ? 8 : ByteBuffer.wrap(all, at, 4).getInt();
            frames.add(Arrays.copyOfRange(all, at, at + length));
            at += length;
        }
        return frames;
    }

    @BeforeEach
    void watchEveryBuffer() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    }

    @AfterEach
    void watchAsBefore() {
        ResourceLeakDetector.setLevel(level);
    }

    @Test
    void conversationsShouldBeWhatTheyAreTakenFor() {
        for (List<byte[]> conversation : conversations) {
            Talk talk = new Talk();
            conversation.forEach(talk::send);
            assertThat(talk.devices.registered).hasSize(1);
            assertThat(talk.devices.polled).isNotEmpty();
        }
    }

    @Test
    void conversationShouldSurviveEveryCut() {
        for (List<byte[]> conversation : conversations) {
            byte[] all = AmqpLoginTest.join(conversation);
            for (int cut = 0; cut <= all.length; cut++) {
                assertHarmless(Arrays.copyOf(all, cut), "cut at " + cut);
            }
        }
        assertGoodDeviceIsServed();
    }

    @Test
    void conversationShouldSurviveEveryOrder() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1000; i++) {
            List<byte[]> order = new ArrayList<>(conversations.get(i % 2));
            // The login stays in front in half of them, so that the disorder reaches the session.
            int fixed = i % 4 < 2 ? 0 : i % 2 == 0 ? 3 : 1;
            Collections.shuffle(order.subList(fixed, order.size()), random);
            assertHarmless(AmqpLoginTest.join(order), "order " + i + " of seed " + SEED);
        }
        assertGoodDeviceIsServed();
    }

    @Test
    void conversationShouldSurviveMissingAndRepeatedFrames() {
        for (List<byte[]> conversation : conversations) {
            for (int i = 0; i < conversation.size(); i++) {
                List<byte[]> without = new ArrayList<>(conversation);
                byte[] frame = without.remove(i);
                assertHarmless(AmqpLoginTest.join(without), "without frame " + i);
                List<byte[]> twice = new ArrayList<>(conversation);
                twice.add(i, frame);
                assertHarmless(AmqpLoginTest.join(twice), "with frame " + i + " twice");
            }
        }
    }

    /** Half of them anywhere, half inside one frame, whose length stays true so that what follows is looked at. */
    @Test
    void conversationShouldSurviveMutations() {
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            List<byte[]> conversation = conversations.get(i % 2);
            byte[] mutated = i % 4 < 2 ? mutated(conversation, random) : mutatedInside(conversation, random);
            assertHarmless(mutated, "mutation " + i + " of seed " + SEED);
        }
        assertGoodDeviceIsServed();
    }

    private static byte[] mutated(List<byte[]> conversation, Random random) {
        byte[] all = AmqpLoginTest.join(conversation);
        change(all, 0, 1 + random.nextInt(8), random);
        return all;
    }

    private static byte[] mutatedInside(List<byte[]> conversation, Random random) {
        List<byte[]> frames = new ArrayList<>(conversation);
        int which = 1 + random.nextInt(frames.size() - 1);
        byte[] frame = frames.get(which).clone();
        if (frame[0] == 0) change(frame, FRAME_HEADER, 1 + random.nextInt(3), random);
        frames.set(which, frame);
        return AmqpLoginTest.join(frames);
    }

    private static void change(byte[] bytes, int from, int times, Random random) {
        for (int i = 0; i < times; i++) {
            bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
        }
    }

    @Test
    void connectionShouldSurviveNoise() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertHarmless(noise, "noise " + i + " of seed " + SEED);
            byte[] header = conversations.get(i % 2).get(0);
            assertHarmless(
                    AmqpLoginTest.join(List.of(header, noise)), "noise after a header " + i + " of seed " + SEED);
        }
    }

    private static void assertHarmless(byte[] bytes, String what) {
        Talk talk = new Talk();
        try {
            talk.send(bytes);
            talk.receive();
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
        Device good = Device.ready(new Talk(), "dev-1");
        assertThat(good.register("").getRemoteState()).isInstanceOf(Accepted.class);
        assertThat(good.answers).hasSize(1);
    }
}
