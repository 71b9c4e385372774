package io.fairlead.adapters.rest.paging;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens by which a client asks for the page after the one it has: where that page ended, sealed with a key of the
 * service. They are kept nowhere, so they outlive a restart and hold at every server that has the key, and they do not
 * expire: a page begins after a key, whether or not that key is still there.
 *
 * <p>A token holds for the list and the query that it was given for; any other is refused, and so is one that was
 * changed. Thread-safe.
 */
public final class ContinuationTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 32;
    private static final int MAX_LENGTH = 512;

    private final Supplier<byte[]> secret;
    private volatile SecretKeySpec key;

    /** @param secret of 32 bytes or more, the same at every server of one service; asked for when it is needed first */
    public ContinuationTokens(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /** Asked for twice by two at once it is the same. */
    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(secret.get(), ALGORITHM);
            key = known;
        }
        return known;
    }

    /** The token of a place in a list. */
    String token(ListName list, String after) {
        byte[] place = after.getBytes(StandardCharsets.UTF_8);
        byte[] seal = seal(list, place);
        byte[] token = ByteBuffer.allocate(SEAL_BYTES + place.length)
                .put(seal)
                .put(place)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * The place that a token names.
     *
     * @param text the header, null or empty for the beginning of the list
     * @throws ProvisioningException invalid, when the token was not given by this service for this list
     */
    Optional<String> place(ListName list, String text) {
        if (text == null || text.isBlank()) return Optional.empty();
        byte[] token = decoded(text.strip());
        if (token.length <= SEAL_BYTES) throw refused();
        byte[] seal = Arrays.copyOf(token, SEAL_BYTES);
        byte[] place = Arrays.copyOfRange(token, SEAL_BYTES, token.length);
        if (!MessageDigest.isEqual(seal, seal(list, place))) throw refused();
        return Optional.of(new String(place, StandardCharsets.UTF_8));
    }

    private byte[] seal(ListName list, byte[] place) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            for (String part : list.parts()) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return mac.doFinal(place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] decoded(String text) {
        if (text.length() > MAX_LENGTH) throw refused();
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static ProvisioningException refused() {
        return Problem.of(
                        Problem.Kind.INVALID,
                        "x-ms-continuation is not a token that this service gave for this list and query; send the token "
                                + "of the page before with the same query, or none to begin again")
                .asException();
    }
}
