package io.fairlead.benchmarks.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shared access signatures as the SDKs of devices and services make them. */
public final class SharedAccess {
    private static final String HMAC = "HmacSHA256";
    private static final Duration LIFETIME = Duration.ofDays(1);

    private SharedAccess() {}

    /**
     * A token, good for a day.
     *
     * @param key Base64
     * @param policy what the token says in {@code skn}
     */
    public static String token(String resource, String key, String policy) {
        String encoded = URLEncoder.encode(resource, StandardCharsets.UTF_8);
        long expiry = Instant.now().plus(LIFETIME).getEpochSecond();
        String signature =
                Base64.getEncoder().encodeToString(mac(Base64.getDecoder().decode(key), encoded + "\n" + expiry));
        return "SharedAccessSignature sr=%s&sig=%s&se=%d&skn=%s"
                .formatted(encoded, URLEncoder.encode(signature, StandardCharsets.UTF_8), expiry, policy);
    }

    /** The key of a device that a group vouches for, Base64. */
    public static String derivedKey(String groupKey, String registrationId) {
        return Base64.getEncoder().encodeToString(mac(Base64.getDecoder().decode(groupKey), registrationId));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
