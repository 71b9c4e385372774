package io.fairlead.domain.attestation;

import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.identity.RegistrationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A shared access signature, already taken apart but not yet believed.
 *
 * @param resource the resource it is for, percent-decoded
 * @param signedText what was signed: resource and expiry exactly as they stood in the token, joined by a line feed.
 *     Clients differ in how they encode the resource, so nothing may be decoded and encoded again (seen from the Java,
 *     Node, Python and C device clients)
 * @param expiry the first instant at which the token is no longer valid
 * @param signature the raw HMAC-SHA256
 */
public record SharedAccessProof(String resource, String signedText, Instant expiry, byte[] signature)
        implements DeviceProof {
    public SharedAccessProof {
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** Whether it was made for this device at this service. */
    public boolean isFor(IdScope scope, RegistrationId id) {
        return resource.equalsIgnoreCase(scope.value() + "/registrations/" + id.value());
    }

    /** Whether this key signed the token; takes the same time wherever the signatures differ. */
    public boolean isSignedBy(SymmetricKey key) {
        byte[] expected = Hmac.sha256(key.bytes(), signedText.getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(expected, signature);
    }

    /** Whether either key signed the token. */
    public boolean isSignedByOneOf(SymmetricKeys keys) {
        return isSignedBy(keys.primary()) | isSignedBy(keys.secondary());
    }

    @Override
    public <R> R match(
            Function<CertificateProof, R> certificate, Function<SharedAccessProof, R> sharedAccess, Supplier<R> none) {
        return sharedAccess.apply(this);
    }

    @Override
    public String toString() {
        return "SharedAccessProof[resource=" + resource + ", expiry=" + expiry + "]";
    }
}
