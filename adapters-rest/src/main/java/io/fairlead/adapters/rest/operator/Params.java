package io.fairlead.adapters.rest.operator;

import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.problem.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Query parameters of the operator API. Each that cannot be read is refused by name. */
final class Params {
    private static final int USUAL_SIZE = 100;
    private static final int LARGEST_SIZE = 1000;

    private Params() {}

    /** A value that may be absent. */
    static <T> Optional<T> value(String name, String text, Function<String, T> reading) {
        if (text == null || text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException e) {
            throw refused(name, e.getMessage());
        }
    }

    static Optional<Instant> instant(String name, String text) {
        try {
            return Optional.ofNullable(text).filter(given -> !given.isEmpty()).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw refused(name, "must be a time such as 2026-11-22T20:00:00Z");
        }
    }

    static boolean truth(String name, String text) {
        return value(name, text, given -> given)
                .map(given -> isTrue(name, given))
                .orElse(false);
    }

    private static boolean isTrue(String name, String given) {
        if (!given.equals("true") && !given.equals("false")) throw refused(name, "must be true or false");
        return given.equals("true");
    }

    /** One of some constants, in small letters. */
    static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> refused(
                        name,
                        "must be one of "
                                + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    static PageRequest page(String size, String after) {
        int wanted = value("size", size, Params::size).orElse(USUAL_SIZE);
        return new PageRequest(wanted, Optional.ofNullable(after).filter(key -> !key.isEmpty()));
    }

    private static int size(String text) {
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LARGEST_SIZE) {
            throw new IllegalArgumentException("must be 1 to " + LARGEST_SIZE);
        }
        return Integer.parseInt(text);
    }

    private static RuntimeException refused(String name, String rule) {
        return Problem.field(name, rule).asException();
    }
}
