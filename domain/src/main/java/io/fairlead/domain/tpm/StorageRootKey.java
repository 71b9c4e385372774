package io.fairlead.domain.tpm;

import java.util.Base64;

/**
 * The public part of the key under which a TPM keeps its owner's keys: an RSA storage key that never leaves it. Travels as
 * {@code TPM2B_PUBLIC}. A TPM that was cleared has another.
 */
public record StorageRootKey(RsaPublicArea area) {
    public StorageRootKey {
        StorageRole.demand(area, "storage root key");
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    public static StorageRootKey read(byte[] sized) {
        return new StorageRootKey(RsaPublicArea.readSized(sized));
    }

    /** {@code TPM2B_PUBLIC}. */
    public byte[] bytes() {
        return area.sized();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }
}
