package io.fairlead.benchmarks.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/**
 * A device that speaks MQTT 3.1.1 as the SDKs of Java and C do: it publishes at QoS 0, is answered at QoS 1 and
 * acknowledges each answer by itself.
 */
final class MqttLine implements DeviceLine {
    private static final int CONNECT = 0x10;
    private static final int CONNACK = 2;
    private static final int PUBLISH = 0x30;
    private static final int PUBACK = 0x40;
    private static final int SUBSCRIBE = 0x82;
    private static final int SUBACK = 9;
    /** 3.1.1, a clean session, a user name and a password, no keep-alive. */
    private static final byte[] OPENING = {0, 4, 'M', 'Q', 'T', 'T', 4, (byte) 0xc2, 0, 0};

    private static final String RESPONSES = "$dps/registrations/res/";

    private final DeviceIdentity device;
    private final SSLSocket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private int requests;

    MqttLine(Endpoint endpoint, DeviceIdentity device, Duration patience) throws IOException {
        this.device = device;
        this.socket = TlsSockets.open(endpoint, endpoint.mqttsPort(), patience);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
        begin();
    }

    private void begin() throws IOException {
        send(CONNECT, content -> {
            content.write(OPENING);
            content.writeUTF(device.registrationId());
            content.writeUTF(device.resource() + "/api-version=2019-03-31");
            content.writeUTF(device.token());
        });
        expect(CONNACK, 1);
        send(SUBSCRIBE, content -> {
            content.writeShort(1);
            content.writeUTF(RESPONSES + "#");
            content.writeByte(1);
        });
        expect(SUBACK, 2);
    }

    @Override
    public Answer register() throws IOException {
        return ask("$dps/registrations/PUT/iotdps-register/?$rid=" + ++requests, device.body());
    }

    @Override
    public Answer poll(String operation) throws IOException {
        String topic = "$dps/registrations/GET/iotdps-get-operationstatus/?$rid=" + ++requests + "&operationId=";
        return ask(topic + operation, new byte[0]);
    }

    private Answer ask(String topic, byte[] body) throws IOException {
        send(PUBLISH, content -> {
            content.writeUTF(topic);
            content.write(body);
        });
        byte[] answer = next(PUBLISH >> 4);
        DataInputStream parts = new DataInputStream(new ByteArrayInputStream(answer));
        String answerTopic = parts.readUTF();
        int packet = parts.readUnsignedShort();
        send(PUBACK, content -> content.writeShort(packet));
        int status = Integer.parseInt(answerTopic, RESPONSES.length(), RESPONSES.length() + 3, 10);
        return new Answer(status, Optional.empty(), parts.readAllBytes());
    }

    /** Whether the byte at this place of the next packet, which must be of that type, is no refusal. */
    private void expect(int type, int place) throws IOException {
        int code = next(type)[place];
        if (code != 0 && code != 1) {
            throw new IOException("the server refused with code " + code);
        }
    }

    private byte[] next(int type) throws IOException {
        int found = in.readUnsignedByte() >> 4;
        byte[] content = new byte[length()];
        in.readFully(content);
        if (found != type) {
            throw new EOFException("packet of type %d instead of %d".formatted(found, type));
        }
        return content;
    }

    private int length() throws IOException {
        int length = 0;
        int part;
        int shift = 0;
        do {
            part = in.readUnsignedByte();
            length |= (part & 127) << shift;
            shift += 7;
        } while (part > 127);
        return length;
    }

    private interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private void send(int head, Content content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(256);
        content.writeTo(new DataOutputStream(body));
        ByteArrayOutputStream packet = new ByteArrayOutputStream(body.size() + 5);
        packet.write(head);
        int left = body.size();
        for (; left > 127; left >>= 7) packet.write(left & 127 | 128);
        packet.write(left);
        body.writeTo(packet);
        out.write(packet.toByteArray());
        out.flush();
    }

    @Override
    public Socket abandon() {
        return socket;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more is expected of it.
        }
    }
}
