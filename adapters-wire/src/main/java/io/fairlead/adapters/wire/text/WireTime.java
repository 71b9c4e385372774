package io.fairlead.adapters.wire.text;

import java.time.Instant;
import java.time.LocalDateTime;
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

    private static final int LENGTH = 28;

    private WireTime() {}

    /** The text of an instant. */
    public static String text(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        boolean usual = time.getYear() >= 1000 && time.getYear() <= 9999;
        return usual ? usual(time) : FORMAT.format(instant);
    }

    /** By hand: a page of a list has hundreds of times, and the formatter takes ten times as long. */
    private static String usual(LocalDateTime time) {
        char[] text = new char[LENGTH];
        digits(text, 0, 4, time.getYear());
        text[4] = '-';
        digits(text, 5, 2, time.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, time.getDayOfMonth());
        text[10] = 'T';
        digits(text, 11, 2, time.getHour());
        text[13] = ':';
        digits(text, 14, 2, time.getMinute());
        text[16] = ':';
        digits(text, 17, 2, time.getSecond());
        text[19] = '.';
        digits(text, 20, 7, time.getNano() / 100);
        text[27] = 'Z';
        return new String(text);
    }

    private static void digits(char[] text, int from, int count, int value) {
        int rest = value;
        for (int at = from + count - 1; at >= from; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
