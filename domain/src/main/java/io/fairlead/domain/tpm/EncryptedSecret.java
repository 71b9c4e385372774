package io.fairlead.domain.tpm;

/**
 * {@code TPM2B_ENCRYPTED_SECRET}: a seed that only the holder of a key can read (part 2, 11.4.33).
 *
 * @param secret RSAES-OAEP, as long as the key
 */
public record EncryptedSecret(Octets secret) {
    byte[] marshalled() {
        return Marshal.sized(secret);
    }
}
