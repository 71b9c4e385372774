package io.fairlead.domain.tpm;

/**
 * {@code TPM2B_ID_OBJECT}: a credential that one TPM can read (part 2, 12.4.3).
 *
 * @param credential {@code TPMS_ID_OBJECT} (12.4.2)
 */
public record IdObject(Octets credential) {
    byte[] marshalled() {
        return Marshal.sized(credential);
    }
}
