package io.fairlead.domain.tpm;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * What a device's TPM takes to hold a key that it can sign with and nobody can read out: six structures back to back, as the
 * Java, Node, C# and C clients of DPS take them apart.
 *
 * <p>Only the TPM of the endorsement key can get at it, and only while the storage root key is loaded there: the inner key is
 * the credential, and the outer wrapper is the root's.
 *
 * @param credential the inner key
 * @param duplicate the key, wrapped
 * @param publicArea the key's public part
 * @param text what the key is for, encrypted with the inner key; {@code TPM2B_DATA} (part 2, 10.4.3)
 */
public record ActivationBlob(Credential credential, Duplicate duplicate, KeyedHashPublicArea publicArea, Octets text) {
    private static final int INNER_KEY_BYTES = 16;

    /** TPMs decrypt it, and some take no more at once ({@code TPM_PT_INPUT_BUFFER}, part 2, 6.13). */
    private static final int MOST_TEXT = 1024;

    /**
     * Wraps a key anew: two blobs of one key have nothing in common.
     *
     * @param tpm whose it shall be
     * @param key for HMAC-SHA256, 1 to 64 bytes
     * @param purpose what the key is for, as a resource that it may sign for; 1024 bytes at most
     */
    public static ActivationBlob wrap(TpmKeys tpm, Octets key, String purpose, SecureRandom random) {
        byte[] text = purpose.getBytes(StandardCharsets.UTF_8);
        if (text.length > MOST_TEXT) {
            throw new IllegalArgumentException("a TPM takes no purpose of more than " + MOST_TEXT + " bytes");
        }
        byte[] innerKey = Draw.bytes(INNER_KEY_BYTES, random);
        SensitiveArea secret = SensitiveArea.of(key, random);
        return new ActivationBlob(
                Credential.make(tpm.endorsement(), tpm.root().area().name(), innerKey, random),
                Duplicate.make(secret, innerKey, tpm.root(), random),
                secret.publicArea(),
                Octets.of(Cfb.encrypt(innerKey, text)));
    }

    public byte[] bytes() {
        return Marshal.join(credential.marshalled(), duplicate.marshalled(), publicArea.sized(), Marshal.sized(text));
    }
}
