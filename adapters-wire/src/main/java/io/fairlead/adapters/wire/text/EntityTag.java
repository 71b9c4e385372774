package io.fairlead.adapters.wire.text;

import io.fairlead.domain.identity.ETag;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The three spellings of an etag: bare in enrollment bodies, quoted in headers, and in a registration base64 of the
 * quoted text (seen in DPS samples). Clients send a header back with quotes (C#) or as they found it in a body (Java,
 * Node), so both are read.
 */
public final class EntityTag {
    private EntityTag() {}

    /** The value of an {@code ETag} header. */
    public static String quoted(ETag etag) {
        return '"' + etag.value() + '"';
    }

    /** The {@code etag} member of a registration. */
    public static String inRegistration(ETag etag) {
        return Base64.getEncoder().encodeToString(quoted(etag).getBytes(StandardCharsets.US_ASCII));
    }

    /** The tag within the {@code etag} member of a registration; empty when the text is none. */
    public static Optional<String> outOfRegistration(String text) {
        try {
            String quoted = new String(Base64.getDecoder().decode(text), StandardCharsets.US_ASCII);
            return Optional.of(bare(quoted)).filter(tag -> tag.length() == quoted.length() - 2);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A header's text without {@code W/} and one pair of quotes. */
    public static String bare(String text) {
        String strong = text.strip();
        if (strong.startsWith("W/")) strong = strong.substring(2);
        boolean isQuoted = strong.length() > 1 && strong.startsWith("\"") && strong.endsWith("\"");
        return isQuoted ? strong.substring(1, strong.length() - 1) : strong;
    }
}
