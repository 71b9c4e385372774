package io.fairlead.domain.tpm;

import java.io.ByteArrayInputStream;

/**
 * Reads what somebody sent as marshalled structures. Bounded and strict: nothing may be missing, too long or left over.
 * Refusals are {@link IllegalArgumentException}s that name the place.
 */
final class Unmarshal {
    private final byte[] whole;
    private final ByteArrayInputStream rest;

    /** @param most how many bytes there may be at all */
    Unmarshal(byte[] whole, int most) {
        if (whole.length > most) {
            throw new IllegalArgumentException(
                    "is " + whole.length + " bytes long, and no key of a TPM has more than " + most);
        }
        this.whole = whole;
        this.rest = new ByteArrayInputStream(whole);
    }

    int uint16(String field) {
        byte[] two = take(2, field);
        return Byte.toUnsignedInt(two[0]) << 8 | Byte.toUnsignedInt(two[1]);
    }

    long uint32(String field) {
        long high = uint16(field);
        return high << 16 | uint16(field);
    }

    /** The content of a TPM2B. */
    byte[] sized(String field, int most) {
        int size = uint16(field);
        if (size > most) {
            throw new IllegalArgumentException(
                    "says that its " + field + " has " + size + " bytes, which may be " + most + " at most");
        }
        return take(size, field);
    }

    /** A size that counts everything after it. */
    void sizeOfRest(String field) {
        int size = uint16(field);
        if (size != rest.available()) {
            throw new IllegalArgumentException("says that it has " + size + " bytes after its size, but has "
                    + rest.available() + ": it was cut off, or is no whole " + field);
        }
    }

    void end() {
        if (rest.available() > 0) {
            throw new IllegalArgumentException("goes on for " + rest.available() + " bytes after its end");
        }
    }

    private byte[] take(int count, String field) {
        byte[] taken = new byte[count];
        if (rest.available() < count) {
            throw new IllegalArgumentException("ends after " + whole.length + " bytes, within its " + field);
        }
        rest.readNBytes(taken, 0, count);
        return taken;
    }
}
