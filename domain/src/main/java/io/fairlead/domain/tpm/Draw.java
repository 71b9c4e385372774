package io.fairlead.domain.tpm;

import java.security.SecureRandom;

/** Bytes drawn from the randomness that was handed in. */
final class Draw {
    private Draw() {}

    static byte[] bytes(int count, SecureRandom random) {
        byte[] drawn = new byte[count];
        random.nextBytes(drawn);
        return drawn;
    }
}
