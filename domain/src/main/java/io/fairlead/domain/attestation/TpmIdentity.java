package io.fairlead.domain.attestation;

import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A device known by its TPM. It brings no key of its own: what it is given follows from its entry's secret, so nothing about
 * a challenge has to be kept, and any node can check the answer to another's.
 */
public record TpmIdentity(SymmetricKey secret) implements ProvenIdentity {
    private static final long CHALLENGE_SECONDS = 3600;

    /**
     * The key with which a challenge is answered: another each hour.
     *
     * @return 32 bytes
     */
    public SymmetricKey challengeKey(RegistrationId id, Instant now) {
        return challengeKey(id, hour(now));
    }

    /**
     * The keys that answer a challenge of this hour or the last, so that none expires before an hour is over. That of the next
     * hour belongs to them, since tokens may be judged at a time past, and another node's clock may be ahead.
     */
    List<SymmetricKeys> answerKeys(RegistrationId id, Instant now) {
        SymmetricKey current = challengeKey(id, hour(now));
        SymmetricKey next = challengeKey(id, hour(now) + 1);
        return List.of(new SymmetricKeys(current, challengeKey(id, hour(now) - 1)), new SymmetricKeys(next, next));
    }

    /**
     * The key of the device on a hub: each assignment has one of its own, so that no hub can speak for the device at
     * another.
     *
     * @return 32 bytes
     */
    public SymmetricKey hubKey(HubName hub, DeviceId device) {
        return derived("hub\n" + hub.value() + "\n" + device.value());
    }

    /** Both keys are the one: the TPM holds no second. */
    @Override
    public DeviceCredential on(HubName hub, DeviceId device) {
        SymmetricKey key = hubKey(hub, device);
        return new KeyCredential(new SymmetricKeys(key, key));
    }

    /** SHA-256 over the secret, in lower-case hex. */
    @Override
    public String fingerprint() {
        try {
            byte[] text = ("tpm\n" + secret.base64()).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private SymmetricKey challengeKey(RegistrationId id, long hour) {
        return derived("challenge\n" + id.canonical() + "\n" + hour);
    }

    private SymmetricKey derived(String purpose) {
        return SymmetricKey.of(Hmac.sha256(secret.bytes(), purpose.getBytes(StandardCharsets.UTF_8)));
    }

    private static long hour(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), CHALLENGE_SECONDS);
    }
}
