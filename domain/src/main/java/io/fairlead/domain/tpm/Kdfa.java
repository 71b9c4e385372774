package io.fairlead.domain.tpm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The key derivation function of TPMs: NIST SP 800-108 in counter mode with HMAC (part 1, 11.4.10.2, KDFa). */
public final class Kdfa {
    private static final byte[] END_OF_LABEL = {0};

    private Kdfa() {}

    /**
     * Derives a key.
     *
     * @param label what for, without the zero byte that ends it
     * @param contextU of the first party, or empty
     * @param contextV of the second party, or empty
     * @param bytes how long the key shall be
     */
    public static byte[] derive(
            HashAlgorithm hash, byte[] key, String label, byte[] contextU, byte[] contextV, int bytes) {
        byte[] use = Marshal.join(label.getBytes(StandardCharsets.US_ASCII), END_OF_LABEL);
        byte[] bits = Marshal.uint32(Byte.SIZE * (long) bytes);
        byte[] derived = {};
        for (int counter = 1; derived.length < bytes; counter++) {
            byte[] block = hash.hmac(key, Marshal.uint32(counter), use, contextU, contextV, bits);
            derived = Marshal.join(derived, block);
        }
        return Arrays.copyOf(derived, bytes);
    }
}
