package io.fairlead.domain.attestation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a hub shall accept from a device: the credential that its proof showed it holds.
 *
 * @param keys both keys of the entry, or the pair derived for the device
 */
public record DeviceCredential(SymmetricKeys keys) {

    /**
     * A name for this credential that can be stored and compared without revealing it: SHA-256 over both keys, in hex.
     */
    public String fingerprint() {
        try {
            String text = "symmetricKey\n" + keys.primary().base64() + "\n"
                    + keys.secondary().base64();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
