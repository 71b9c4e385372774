package io.fairlead.domain.tpm;

import io.fairlead.domain.identity.RegistrationId;
import java.util.Base64;

/**
 * The public part of the key that a TPM's maker gave it, and by which the TPM is known: an RSA storage key that never leaves
 * it. Travels as {@code TPM2B_PUBLIC}.
 */
public record EndorsementKey(RsaPublicArea area) {
    public EndorsementKey {
        StorageRole.demand(area, "endorsement key");
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    public static EndorsementKey read(byte[] sized) {
        return new EndorsementKey(RsaPublicArea.readSized(sized));
    }

    /** {@code TPM2B_PUBLIC}. */
    public byte[] bytes() {
        return area.sized();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    /** What it is known by where it would be too long: SHA-256 of its bytes, in base32. */
    public String digest() {
        return Base32.encode(HashAlgorithm.SHA256.digest(bytes()));
    }

    /** The id that a device of this TPM registers under if it was given none (seen from the Java, Node, C# and C clients). */
    public RegistrationId registrationId() {
        return new RegistrationId(digest());
    }
}
