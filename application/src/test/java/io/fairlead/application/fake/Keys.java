package io.fairlead.application.fake;

import java.time.Instant;

/** Composed keys that sort as their parts do. */
final class Keys {
    private static final String SEPARATOR = "\n";
    private static final int SECOND_DIGITS = 12;
    private static final int NANO_DIGITS = 9;

    private Keys() {}

    static String of(String... parts) {
        return String.join(SEPARATOR, parts);
    }

    /** The prefix of all keys that begin with this part. */
    static String prefix(String part) {
        return part + SEPARATOR;
    }

    /** An instant after 1970 as text that sorts by time. */
    static String of(Instant instant) {
        return padded(instant.getEpochSecond(), SECOND_DIGITS) + padded(instant.getNano(), NANO_DIGITS);
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(digits - text.length()) + text;
    }
}
