package io.fairlead.adapters.wire.sas;

import io.fairlead.adapters.wire.text.PercentEncoding;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.SharedAccessProof;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The token {@code SharedAccessSignature sr=…&sig=…&se=…&skn=…}, fields in any order, taken apart but not yet believed.
 *
 * <p>Clients encode the resource differently: not at all (Java, Node), with {@code %2F} (C#, Python), with {@code %2f}
 * (C); each signs the text it sends. So the signed text is cut out of the token as it stands and never encoded again.
 *
 * @param proof what the token claims and the signature over it
 * @param policyName {@code skn}: the operator's policy; absent from Python devices, empty from Java devices, {@code
 *     registration} from others, and then without meaning
 */
public record SharedAccessSignature(SharedAccessProof proof, Optional<String> policyName) {
    private static final String SCHEME = "SharedAccessSignature";
    private static final int MAX_LENGTH = 4096;
    private static final int SIGNATURE_BYTES = 32;
    /** Fifteen digits of seconds reach beyond any calendar and still fit an {@link Instant}. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,15}");

    /**
     * Takes a token apart.
     *
     * @param text the value of an HTTP {@code Authorization} header, an MQTT password or a SASL PLAIN password
     * @throws ProvisioningException unauthenticated, with a message that says which part is wrong and repeats no value
     */
    public static SharedAccessSignature parse(String text) {
        TokenFields fields = TokenFields.of(withoutScheme(text));
        String resource = fields.required("sr");
        String expiry = fields.required("se");
        if (!SECONDS.matcher(expiry).matches()) {
            throw refused("'se' must be the expiry in whole seconds since 1970, digits only");
        }
        return new SharedAccessSignature(
                new SharedAccessProof(
                        decoded("sr", resource),
                        resource + "\n" + expiry,
                        Instant.ofEpochSecond(Long.parseLong(expiry)),
                        signature(fields.required("sig"))),
                fields.optional("skn").map(name -> decoded("skn", name)).filter(name -> !name.isEmpty()));
    }

    /** Whether a text begins like such a token, whatever follows. */
    public static boolean isUsedBy(String text) {
        return text.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1);
    }

    private static String withoutScheme(String text) {
        if (text.length() > MAX_LENGTH) {
            throw refused("it is longer than " + MAX_LENGTH + " characters");
        }
        if (!isUsedBy(text)) {
            throw refused("it must begin with 'SharedAccessSignature sr='");
        }
        return text.substring(SCHEME.length()).strip();
    }

    private static byte[] signature(String text) {
        byte[] signature = base64(decoded("sig", text));
        if (signature.length != SIGNATURE_BYTES) {
            throw refused("'sig' must be the percent-encoded base64 of an HMAC-SHA256");
        }
        return signature;
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused("'sig' must be percent-encoded base64");
        }
    }

    private static String decoded(String field, String text) {
        return PercentEncoding.decode(text)
                .orElseThrow(() -> refused("'" + field + "' is not properly percent-encoded"));
    }

    static ProvisioningException refused(String reason) {
        return Problem.of(Problem.Kind.UNAUTHENTICATED, "the shared access signature is malformed: " + reason)
                .asException();
    }
}
