package io.fairlead.application.query;

import io.fairlead.application.paging.KeyRange;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Texts. */
public enum TextType implements FieldType {
    /** Compared as it stands. */
    EXACT,
    /** The name of a host: compared ignoring case, and in no order. */
    NAME,
    /** The id that the list is ordered by, in lower case: compared ignoring case, and found without a search. */
    KEY;

    @Override
    public Optional<Object> operand(Object literal) {
        return literal instanceof String text ? Optional.of(form(text)) : Optional.empty();
    }

    @Override
    public String expected() {
        return "a text in single quotes";
    }

    @Override
    public boolean isOrdered() {
        return this != NAME;
    }

    @Override
    public OptionalInt compare(Object value, Object operand) {
        return OptionalInt.of(form((String) value).compareTo((String) operand));
    }

    @Override
    public boolean startsWith(Object value, Object operand) {
        return form((String) value).startsWith((String) operand);
    }

    @Override
    public KeyRange keys(Operator operator, Object operand) {
        if (this != KEY) return KeyRange.ALL;
        String key = (String) operand;
        return switch (operator) {
            case EQUAL -> KeyRange.only(key);
            case LESS, AT_MOST -> KeyRange.upTo(key);
            case GREATER, AT_LEAST -> KeyRange.from(key);
            case UNEQUAL -> KeyRange.ALL;
        };
    }

    @Override
    public KeyRange keysStartingWith(Object operand) {
        return this == KEY ? KeyRange.startingWith((String) operand) : KeyRange.ALL;
    }

    private String form(String text) {
        return this == EXACT ? text : text.toLowerCase(Locale.ROOT);
    }
}
