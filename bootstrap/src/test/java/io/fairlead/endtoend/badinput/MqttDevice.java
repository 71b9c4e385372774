package io.fairlead.endtoend.badinput;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.Trust;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.net.ssl.SSLSocket;

/** A device that speaks MQTT by hand, so that it can also speak it wrongly. */
final class MqttDevice implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int PUBLISH = 3;

    private final SSLSocket socket;
    private final DataInputStream in;

    private MqttDevice(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    static MqttDevice at(RunningServer server) {
        try {
            int port = port(server);
            SSLSocket socket = (SSLSocket) Trust.in(server.caCertificate())
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            return new MqttDevice(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port(RunningServer server) {
        return URI.create("mqtts://" + server.mqttsEndpoint()).getPort();
    }

    /** CONNECT, SUBSCRIBE, PUBLISH at QoS 1, in one piece. */
    static byte[] conversation(String idScope, String id) {
        String user = idScope + "/registrations/" + id + "/api-version=2019-03-31";
        String token = "SharedAccessSignature sr=%s%%2Fregistrations%%2F%s&sig=%s%%3D&se=%d"
                .formatted(
                        idScope,
                        id,
                        "A".repeat(43),
                        Instant.now().plusSeconds(3600).getEpochSecond());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(packet(0x10, body -> {
            body.writeUTF("MQTT");
            body.write(new byte[] {4, (byte) 0xc0, 0, (byte) 230});
            body.writeUTF(id);
            body.writeUTF(user);
            body.writeUTF(token);
        }));
        all.writeBytes(packet(0x82, body -> {
            body.writeShort(1);
            body.writeUTF("$dps/registrations/res/#");
            body.write(1);
        }));
        all.writeBytes(packet(0x32, body -> {
            body.writeUTF("$dps/registrations/PUT/iotdps-register/?$rid=1");
            body.writeShort(2);
            body.writeBytes("{}");
        }));
        return all.toByteArray();
    }

    private interface Body {
        void write(DataOutputStream body) throws IOException;
    }

    private static byte[] packet(int head, Body body) {
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            body.write(new DataOutputStream(content));
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            packet.write(head);
            int length = content.size();
            for (; length > 127; length >>= 7) packet.write(length & 127 | 128);
            packet.write(length);
            packet.writeBytes(content.toByteArray());
            return packet.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MqttDevice send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** The topic of the next PUBLISH; packets before it are passed over. */
    String nextTopic() throws IOException {
        while (true) {
            int type = in.readUnsignedByte() >> 4;
            byte[] content = in.readNBytes(length());
            if (type == PUBLISH) {
                int topic = (content[0] & 0xff) << 8 | content[1] & 0xff;
                return new String(content, 2, topic, StandardCharsets.UTF_8);
            }
        }
    }

    private int length() throws IOException {
        int length = 0;
        int shift = 0;
        int part;
        do {
            part = in.readUnsignedByte();
            length |= (part & 127) << shift;
            shift += 7;
        } while (part > 127);
        return length;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
