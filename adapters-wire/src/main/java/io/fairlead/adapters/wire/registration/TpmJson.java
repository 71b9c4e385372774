package io.fairlead.adapters.wire.registration;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.domain.tpm.ActivationBlob;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a device's TPM is to open (DPS "TPM attestation"). */
public final class TpmJson {
    private static final String KEY = "authenticationKey";

    private TpmJson() {}

    /**
     * The challenge by itself. It must not look like a registration, so it has neither {@code operationId} nor {@code
     * status}; the C client needs {@code keyName}.
     */
    public static byte[] challenge(ActivationBlob blob) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("message", "open authenticationKey with the TPM, sign a token with it, and register again");
        tree.put(KEY, base64(blob));
        tree.put("keyName", "registration");
        return JsonText.write(tree);
    }

    /** The hub key as a part of a registration record. */
    static Map<String, Object> hubKey(ActivationBlob blob) {
        return Map.of(KEY, base64(blob));
    }

    private static String base64(ActivationBlob blob) {
        return Base64.getEncoder().encodeToString(blob.bytes());
    }
}
