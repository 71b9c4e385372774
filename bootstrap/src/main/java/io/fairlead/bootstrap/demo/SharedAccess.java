package io.fairlead.bootstrap.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as DPS clients sign: HMAC-SHA256 under a Base64 key over the encoded resource and the expiry. */
record SharedAccess(Clock clock) {

    private static final Duration LIFETIME = Duration.ofHours(1);

    /** @param policy the name in {@code skn} */
    String token(String resource, String policy, String key) {
        String signed = URLEncoder.encode(resource, StandardCharsets.UTF_8);
        long expiry = clock.instant().plus(LIFETIME).getEpochSecond();
        String signature = URLEncoder.encode(hmac(key, signed + "\n" + expiry), StandardCharsets.UTF_8);
        return "SharedAccessSignature sr=%s&sig=%s&se=%d&skn=%s".formatted(signed, signature, expiry, policy);
    }

    /** The key of one device of a group (DPS "Group enrollments: derived device keys"). */
    static String deviceKey(String groupKey, String registrationId) {
        return hmac(groupKey, registrationId);
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
