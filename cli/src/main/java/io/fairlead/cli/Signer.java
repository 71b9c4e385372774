package io.fairlead.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs tokens as DPS service clients do: HMAC-SHA256 over the encoded host and the expiry. */
final class Signer {
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String ALGORITHM = "HmacSHA256";

    private final String policy;
    private final byte[] key;
    private final Clock clock;

    Signer(String policy, String key, Clock clock) {
        this.policy = policy;
        this.clock = clock;
        try {
            this.key = Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            throw new CliProblem("the SharedAccessKey of the connection string is not base64");
        }
    }

    String token(String host) {
        long expiry = clock.instant().plus(LIFETIME).getEpochSecond();
        String resource = encoded(host);
        return "SharedAccessSignature sr=" + resource + "&sig=" + encoded(signature(resource + "\n" + expiry)) + "&se="
                + expiry + "&skn=" + encoded(policy);
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
