package io.fairlead.application.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Instants; a literal is an ISO 8601 text, in UTC when it names no offset, at midnight when it names no time. */
public enum TimeType implements FieldType {
    INSTANT;

    private static final int LONGEST = 40;
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    @Override
    public Optional<Object> operand(Object literal) {
        if (!(literal instanceof String text) || text.length() > LONGEST) return Optional.empty();
        return FORMS.stream()
                .map(form -> read(form, text))
                .flatMap(Optional::stream)
                .map(Object.class::cast)
                .findFirst();
    }

    @Override
    public String expected() {
        return "a time in single quotes such as '2026-11-22T18:30:00Z' or '2026-11-22'";
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public OptionalInt compare(Object value, Object operand) {
        return OptionalInt.of(((Instant) value).compareTo((Instant) operand));
    }

    private static Optional<Instant> read(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
