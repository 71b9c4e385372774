package io.fairlead.benchmarks.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames of AMQP 1.0 as a device writes them: as much of the encoding as one needs. */
final class AmqpFrames {
    static final byte[] NULL = {0x40};
    static final byte[] TRUE = {0x41};
    static final byte[] FALSE = {0x42};

    private static final int SASL = 1;

    private AmqpFrames() {}

    static byte[] number(int value) {
        return ByteBuffer.allocate(5).put((byte) 0x70).putInt(value).array();
    }

    static byte[] octet(int value) {
        return new byte[] {0x50, (byte) value};
    }

    static byte[] text(String value) {
        return variable(0xb1, value.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] symbol(String value) {
        return variable(0xb3, value.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] binary(byte[] value) {
        return variable(0xb0, value);
    }

    private static byte[] variable(int code, byte[] value) {
        return ByteBuffer.allocate(5 + value.length)
                .put((byte) code)
                .putInt(value.length)
                .put(value)
                .array();
    }

    static byte[] map(byte[]... keysAndValues) {
        return compound(0xd1, keysAndValues);
    }

    private static byte[] compound(int code, byte[]... items) {
        byte[] content = join(items);
        return ByteBuffer.allocate(9 + content.length)
                .put((byte) code)
                .putInt(4 + content.length)
                .putInt(items.length)
                .put(content)
                .array();
    }

    /** A list with a meaning. */
    static byte[] described(int code, byte[]... fields) {
        return section(code, compound(0xd0, fields));
    }

    /** A value with a meaning. */
    static byte[] section(int code, byte[] value) {
        return join(new byte[] {0, 0x53, (byte) code}, value);
    }

    static byte[] sasl(byte[] performative) {
        return frame(SASL, performative);
    }

    static byte[] amqp(byte[]... performativeAndPayload) {
        return frame(0, join(performativeAndPayload));
    }

    private static byte[] frame(int type, byte[] body) {
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put((byte) 2)
                .put((byte) type)
                .putShort((short) 0)
                .put(body)
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(256);
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
