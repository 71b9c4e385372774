package io.fairlead.adapters.webhook;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** As much of what a webhook sent as can be shown: printable, short, and without what its address keeps secret. */
final class Excerpt {
    private static final int LENGTH = 200;
    private static final int SECRET = 4;

    private Excerpt() {}

    /**
     * The beginning of a body.
     *
     * @param address of the webhook; what stands in its query may be secret, and a program might send it back, as it was
     *     sent or decoded
     */
    static String of(byte[] body, URI address) {
        String text = new String(body, 0, Math.min(body.length, WebhookSettings.MAX_BODY), StandardCharsets.UTF_8);
        for (String secret : secrets(address)) {
            text = text.replace(secret, "***");
        }
        String plain =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\s]+", " ").strip();
        return shortened(plain);
    }

    /** A text of bounded length. */
    static String shortened(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "…";
    }

    /** The values of the query in all their forms, the longest first, unless they are too short to be secret. */
    private static List<String> secrets(URI address) {
        return Optional.ofNullable(address.getRawQuery()).stream()
                .flatMap(query -> Stream.of(query.split("[&;]")))
                .map(part -> part.substring(part.indexOf('=') + 1))
                .flatMap(value -> Stream.of(value, decoded(value), decoded(value.replace("+", "%2B"))))
                .distinct()
                .filter(value -> value.length() >= SECRET)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
