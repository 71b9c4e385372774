package io.fairlead.adapters.amqp.login;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The frames that the service sends in a login (AMQP 1.0, part 5.3.3). */
public final class SaslFrames {
    private static final int OK = 0;
    private static final int AUTH = 1;
    private static final int SYS_TEMP = 4;

    private SaslFrames() {}

    /** The mechanisms on offer. */
    public static byte[] mechanisms(List<String> names) {
        ByteArrayOutputStream symbols = new ByteArrayOutputStream();
        for (String name : names) {
            symbols.write(name.length());
            symbols.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        }
        ByteArrayOutputStream array = new ByteArrayOutputStream();
        array.write(0xe0);
        array.write(symbols.size() + 2);
        array.write(names.size());
        array.write(0xa3);
        array.writeBytes(symbols.toByteArray());
        return frame(0x40, array.toByteArray());
    }

    public static byte[] challenge(byte[] bytes) {
        byte[] binary = ByteBuffer.allocate(5 + bytes.length)
                .put((byte) 0xb0)
                .putInt(bytes.length)
                .put(bytes)
                .array();
        return frame(0x42, binary);
    }

    public static byte[] welcome() {
        return outcome(OK);
    }

    /** Clients give up on one that is not to be tried again. */
    public static byte[] refusal(boolean tryLater) {
        return outcome(tryLater ? SYS_TEMP : AUTH);
    }

    private static byte[] outcome(int code) {
        return frame(0x44, new byte[] {0x50, (byte) code});
    }

    /** Header, descriptor, and a list of one field. */
    private static byte[] frame(int code, byte[] field) {
        int size = 8 + 3 + 9 + field.length;
        return ByteBuffer.allocate(size)
                .putInt(size)
                .putInt(0x02010000)
                .put(new byte[] {0, 0x53, (byte) code, (byte) 0xd0})
                .putInt(4 + field.length)
                .putInt(1)
                .put(field)
                .array();
    }
}
