package io.fairlead.adapters.wire.sas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fairlead.domain.attestation.SymmetricKey;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs tokens as clients do; written apart from the code under test. */
public final class Tokens {
    private Tokens() {}

    public static String text(SymmetricKey key, String sr, long se, String skn) {
        return "SharedAccessSignature sr=" + sr + "&sig=" + signature(key, sr, se) + "&se=" + se + "&skn=" + skn;
    }

    static String signature(SymmetricKey key, String sr, long se) {
        return URLEncoder.encode(base64(key, sr, se), UTF_8);
    }

    static String base64(SymmetricKey key, String sr, long se) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.base64()), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal((sr + "\n" + se).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
