package io.fairlead.domain.tpm;

/**
 * {@code TPM2B_PRIVATE}: the secret part of an object, wrapped for its new parent (part 2, 12.3.7).
 *
 * @param wrapped {@code _PRIVATE} (12.3.6)
 */
public record ProtectedPrivate(Octets wrapped) {
    byte[] marshalled() {
        return Marshal.sized(wrapped);
    }
}
