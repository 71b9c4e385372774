package io.fairlead.domain.attestation;

import java.nio.charset.StandardCharsets;

/**
 * The key of one device of a symmetric-key group: HMAC-SHA256 of the registration id under the group key (DPS
 * "Symmetric key attestation", group enrollments).
 */
public final class DerivedKey {
    private DerivedKey() {}

    /**
     * Derives a device key.
     *
     * @param registrationId the text exactly as the device's maker used it; case matters
     */
    public static SymmetricKey derive(SymmetricKey groupKey, String registrationId) {
        return SymmetricKey.of(Hmac.sha256(groupKey.bytes(), registrationId.getBytes(StandardCharsets.UTF_8)));
    }
}
