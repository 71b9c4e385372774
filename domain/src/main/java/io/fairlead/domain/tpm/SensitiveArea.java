package io.fairlead.domain.tpm;

import java.security.SecureRandom;

/**
 * {@code TPMT_SENSITIVE} of a key for HMAC: its secret part (part 2, 12.3.2.4). It has no authorisation value.
 *
 * @param seed what hides the key in the digest of the public area
 * @param key 64 bytes at most, so that HMAC-SHA256 uses it as it is
 */
record SensitiveArea(Octets seed, Octets key) {
    private static final int MOST_BYTES = 64;

    SensitiveArea {
        if (key.size() == 0 || key.size() > MOST_BYTES) {
            throw new IllegalArgumentException("a key for HMAC-SHA256 has 1 to " + MOST_BYTES + " bytes here");
        }
    }

    static SensitiveArea of(Octets key, SecureRandom random) {
        return new SensitiveArea(Octets.of(Draw.bytes(HashAlgorithm.SHA256.bytes(), random)), key);
    }

    /** The public part as it follows from this one: {@code unique} is the digest over seed and key. */
    KeyedHashPublicArea publicArea() {
        return new KeyedHashPublicArea(Octets.of(HashAlgorithm.SHA256.digest(seed.bytes(), key.bytes())));
    }

    /** {@code TPM2B_SENSITIVE} (part 2, 12.3.3). */
    byte[] sized() {
        return Marshal.sized(Marshal.join(
                Marshal.uint16(KeyedHashPublicArea.KEYED_HASH),
                Marshal.sized(Octets.NONE),
                Marshal.sized(seed),
                Marshal.sized(key)));
    }
}
