package io.fairlead.domain.attestation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Shared keys, either of which the hub shall accept.
 *
 * @param keys both keys of the entry, or the pair derived for the device
 */
public record KeyCredential(SymmetricKeys keys) implements DeviceCredential {

    /** SHA-256 over both keys, in lower-case hex. */
    @Override
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

    @Override
    public <R> R match(Function<CertificateCredential, R> certificate, Function<KeyCredential, R> keys) {
        return keys.apply(this);
    }
}
