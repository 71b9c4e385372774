package io.fairlead.application.query;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** Whatever a JSON document holds at a place; values of different kinds are unequal and in no order. */
public enum ScalarType implements FieldType {
    JSON;

    @Override
    public Optional<Object> operand(Object literal) {
        return Optional.of(literal);
    }

    @Override
    public String expected() {
        return "a text in single quotes, a number, true or false";
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public OptionalInt compare(Object value, Object operand) {
        if (value instanceof String text && operand instanceof String other)
            return OptionalInt.of(text.compareTo(other));
        if (value instanceof Boolean truth && operand instanceof Boolean other) {
            return OptionalInt.of(truth.compareTo(other));
        }
        return value instanceof Number number && operand instanceof BigDecimal other
                ? OptionalInt.of(exact(number).compareTo(other))
                : OptionalInt.empty();
    }

    @Override
    public boolean startsWith(Object value, Object operand) {
        return value instanceof String text && operand instanceof String prefix && text.startsWith(prefix);
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
    }
}
