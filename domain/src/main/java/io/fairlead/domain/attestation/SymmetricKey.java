package io.fairlead.domain.attestation;

import java.util.Base64;

/**
 * A shared secret of 16 to 64 bytes, kept as the base64 text it was given in. Prints as {@code ***}.
 *
 * @param base64 padded base64 text
 */
public record SymmetricKey(String base64) {
    private static final int MIN_BYTES = 16;
    private static final int MAX_BYTES = 64;

    public SymmetricKey {
        int length = decode(base64).length;
        if (length < MIN_BYTES || length > MAX_BYTES) {
            throw new IllegalArgumentException("a symmetric key must be " + MIN_BYTES + " to " + MAX_BYTES
                    + " bytes in base64, this one has " + length);
        }
    }

    public static SymmetricKey of(byte[] bytes) {
        return new SymmetricKey(Base64.getEncoder().encodeToString(bytes));
    }

    /** The secret itself; a new array each time. */
    public byte[] bytes() {
        return decode(base64);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a symmetric key must be valid base64", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
