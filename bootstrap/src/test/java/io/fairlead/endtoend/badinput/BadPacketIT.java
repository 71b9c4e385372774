package io.fairlead.endtoend.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.SharedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Broken MQTT over real connections, and a device beside it that is served. */
@ExtendWith(SharedServer.class)
class BadPacketIT {
    private static final long SEED = 20261123;
    /** Nobody enrolled it; where groups exist that cannot be told from a wrong key. */
    private static final String REFUSED = "\\$dps/registrations/res/40[14]/\\?\\$rid=1";

    private static final int MUTATIONS = 200;
    private static final int HALF_OPEN = 300;

    private final RunningServer server;
    private final byte[] conversation;

    BadPacketIT(RunningServer server) {
        this.server = server;
        this.conversation = MqttDevice.conversation(server.idScope(), "bad-packet-device");
    }

    @Test
    void deviceShouldBeServedWhileOthersSendBrokenPackets() throws IOException {
        Random random = new Random(SEED);
        try (MqttDevice good = MqttDevice.at(server)) {
            good.send(conversation);
            assertThat(good.nextTopic()).matches(REFUSED);
            for (int i = 0; i < MUTATIONS; i++) {
                try (MqttDevice bad = MqttDevice.at(server)) {
                    bad.send(mutated(random));
                }
            }
            good.send(Arrays.copyOfRange(conversation, publishAt(), conversation.length));
            assertThat(good.nextTopic()).matches(REFUSED);
        }
    }

    @Test
    void deviceShouldBeServedBesideHalfOpenHandshakes() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < HALF_OPEN; i++) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), MqttDevice.port(server)));
                silent.get(i).getOutputStream().write(new byte[] {0x16, 3, 1, 2, 0, 1});
            }
            try (MqttDevice good = MqttDevice.at(server)) {
                good.send(conversation);
                assertThat(good.nextTopic()).matches(REFUSED);
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    private byte[] mutated(Random random) {
        byte[] bytes = Arrays.copyOf(conversation, 1 + random.nextInt(conversation.length));
        for (int changes = random.nextInt(8); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Where the last packet of the conversation begins. */
    private int publishAt() {
        int at = conversation.length - 1;
        while (conversation[at] != 0x32 || conversation[at + 1] != conversation.length - at - 2) at--;
        return at;
    }
}
