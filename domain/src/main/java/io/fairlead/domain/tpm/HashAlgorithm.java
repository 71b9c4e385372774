package io.fairlead.domain.tpm;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code TPMI_ALG_HASH} (part 2, 9.27), with the identifiers of {@code TPM_ALG_ID} (6.3). SHA-1 is too weak to be one. */
public enum HashAlgorithm {
    SHA256(0x000B, "SHA-256", 32),
    SHA384(0x000C, "SHA-384", 48),
    SHA512(0x000D, "SHA-512", 64);

    private final int id;
    private final String jcaName;
    private final int bytes;

    HashAlgorithm(int id, String jcaName, int bytes) {
        this.id = id;
        this.jcaName = jcaName;
        this.bytes = bytes;
    }

    static HashAlgorithm read(Unmarshal from, String field) {
        int id = from.uint16(field);
        for (HashAlgorithm known : values()) {
            if (known.id == id) {
                return known;
            }
        }
        throw new IllegalArgumentException(
                "has algorithm 0x%04x as its %s, which must be SHA-256, SHA-384 or SHA-512".formatted(id, field));
    }

    byte[] marshalled() {
        return Marshal.uint16(id);
    }

    /** How long a digest is. */
    int bytes() {
        return bytes;
    }

    /** Its name in the Java platform. */
    String jcaName() {
        return jcaName;
    }

    byte[] digest(byte[]... parts) {
        try {
            return MessageDigest.getInstance(jcaName).digest(Marshal.join(parts));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + jcaName, e);
        }
    }

    byte[] hmac(byte[] key, byte[]... parts) {
        String algorithm = "Hmac" + jcaName.replace("-", "");
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(Marshal.join(parts));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + algorithm, e);
        }
    }
}
