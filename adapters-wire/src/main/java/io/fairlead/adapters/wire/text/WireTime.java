package io.fairlead.adapters.wire.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as DPS writes them: ISO 8601 in UTC with exactly seven fraction digits and {@code Z}, such as {@code
 * 2022-08-31T22:02:50.5163352Z}. What an instant has beyond 100 nanoseconds is cut off.
 */
public final class WireTime {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireTime() {}

    /** The text of an instant. */
    public static String text(Instant instant) {
        return FORMAT.format(instant);
    }
}
