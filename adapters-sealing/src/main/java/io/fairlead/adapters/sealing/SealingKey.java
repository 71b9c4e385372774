package io.fairlead.adapters.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for AES-256-GCM. Its id is made from the key itself, so that nobody has to name keys and no name can be wrong:
 * the first 32 bits of a SHA-256 over it, as 8 hexadecimal digits. They tell which key, and nothing about it.
 */
public final class SealingKey {
    /** The length of a key. */
    public static final int BYTES = 32;

    private static final int ID_BYTES = 4;
    private static final byte[] LABEL = "fairlead sealing key id".getBytes(StandardCharsets.US_ASCII);

    private final String id;
    private final SecretKeySpec key;

    private SealingKey(String id, SecretKeySpec key) {
        this.id = id;
        this.key = key;
    }

    /**
     * The key of these bytes, which are copied.
     *
     * @throws IllegalArgumentException when they are not {@value #BYTES}
     */
    public static SealingKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes, not " + bytes.length);
        }
        return new SealingKey(id(bytes), new SecretKeySpec(bytes, "AES"));
    }

    /** 8 hexadecimal digits; may be shown and logged. */
    public String id() {
        return id;
    }

    SecretKeySpec key() {
        return key;
    }

    private static String id(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(LABEL);
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(bytes), ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}
