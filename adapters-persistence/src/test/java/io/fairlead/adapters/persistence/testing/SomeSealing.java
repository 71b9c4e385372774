package io.fairlead.adapters.persistence.testing;

import io.fairlead.adapters.sealing.KeyRing;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.adapters.sealing.SealingKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** Keys that encrypt what tests store. */
public final class SomeSealing {
    /** The same at every process of a test. */
    public static final Sealing USUAL = of(1);

    private SomeSealing() {}

    /** Another key for every number from 0 to 127. */
    public static SealingKey key(int number) {
        return SealingKey.of(bytes(number));
    }

    /** The same as it is configured. */
    public static String base64(int number) {
        return Base64.getEncoder().encodeToString(bytes(number));
    }

    private static byte[] bytes(int number) {
        byte[] bytes = new byte[SealingKey.BYTES];
        Arrays.fill(bytes, (byte) number);
        return bytes;
    }

    /** Encrypts with the key of that number alone. */
    public static Sealing of(int number) {
        return new Sealing(KeyRing.of(key(number)), new SecureRandom());
    }
}
