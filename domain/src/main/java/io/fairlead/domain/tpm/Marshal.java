package io.fairlead.domain.tpm;

import java.util.Arrays;

/** Lays structures out as a TPM reads them: big-endian, back to back (part 2, 4.1). */
final class Marshal {
    private static final int BYTE = 8;

    private Marshal() {}

    static byte[] uint16(int value) {
        return new byte[] {(byte) (value >> BYTE), (byte) value};
    }

    static byte[] uint32(long value) {
        return join(uint16((int) (value >> 2 * BYTE)), uint16((int) value));
    }

    /** A TPM2B: the size in two bytes, then the content (part 2, 10.4.1). */
    static byte[] sized(byte[] content) {
        return join(uint16(content.length), content);
    }

    static byte[] sized(Octets content) {
        return sized(content.bytes());
    }

    static byte[] join(byte[]... parts) {
        byte[] whole =
                new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
