package io.fairlead.adapters.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** As much of what a webhook sent as can be shown: printable, short, and without what its address keeps secret. */
final class Excerpt {
    private static final int LENGTH = 200;
    private static final int SECRET = 4;

    private Excerpt() {}

    /**
     * The beginning of a body.
     *
     * @param secret the query of the webhook's address, which a program might send back
     */
    static String of(byte[] body, Optional<String> secret) {
        String text = new String(body, 0, Math.min(body.length, WebhookSettings.MAX_BODY), StandardCharsets.UTF_8);
        for (String part : secret.map(query -> query.split("[&;]")).orElse(new String[0])) {
            text = hide(text, part);
        }
        String plain =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\s]+", " ").strip();
        return shortened(plain);
    }

    /** A text of bounded length. */
    static String shortened(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
    }

    /** The value of a {@code name=value}, unless it is too short to be a secret. */
    private static String hide(String text, String part) {
        String value = part.substring(part.indexOf('=') + 1);
        return value.length() < SECRET ? text : text.replace(value, "***");
    }
}
