package io.fairlead.application.query;

import io.fairlead.application.paging.KeyRange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What is asked of a record. */
public sealed interface Condition<T> {
    /** What this says of a record; a query returns those of which it is true. */
    Truth of(T subject);

    /** The stretch of the list outside of which this is never true: the rest need not be looked at. */
    KeyRange keys();

    /** Asks nothing. */
    record Everything<T>() implements Condition<T> {
        @Override
        public Truth of(T subject) {
            return Truth.TRUE;
        }

        @Override
        public KeyRange keys() {
            return KeyRange.ALL;
        }
    }

    /**
     * A field against a literal. A field that is absent makes it unknown. A list equals what one of its items equals, and
     * is unequal to what none of them equals; it has no order.
     *
     * @param operand as the field's type has made it of the literal
     */
    record Compared<T>(Field<T> field, Operator operator, Object operand) implements Condition<T> {
        @Override
        public Truth of(T subject) {
            Optional<?> value = field.value().apply(subject);
            if (value.isEmpty()) return Truth.UNKNOWN;
            return value.get() instanceof List<?> items ? ofList(items) : ofOne(value.get());
        }

        private Truth ofList(List<?> items) {
            if (operator.isOrder()) return Truth.UNKNOWN;
            boolean equal = items.stream().anyMatch(this::isEqual);
            return Truth.of(equal == (operator == Operator.EQUAL));
        }

        private Truth ofOne(Object value) {
            OptionalInt comparison = field.type().compare(value, operand);
            return comparison.isPresent()
                    ? Truth.of(operator.holds(comparison.getAsInt()))
                    : operator.ofDifferentTypes();
        }

        private boolean isEqual(Object item) {
            OptionalInt comparison = field.type().compare(item, operand);
            return comparison.isPresent() && comparison.getAsInt() == 0;
        }

        @Override
        public KeyRange keys() {
            return field.type().keys(operator, operand);
        }
    }

    /** A field that begins with a text. */
    record Prefixed<T>(Field<T> field, Object operand) implements Condition<T> {
        @Override
        public Truth of(T subject) {
            return field.anyIs(subject, value -> field.type().startsWith(value, operand));
        }

        @Override
        public KeyRange keys() {
            return field.type().keysStartingWith(operand);
        }
    }

    /** A field that is there. */
    record Present<T>(Field<T> field) implements Condition<T> {
        @Override
        public Truth of(T subject) {
            return Truth.of(field.value().apply(subject).isPresent());
        }

        @Override
        public KeyRange keys() {
            return KeyRange.ALL;
        }
    }

    /** All of them. */
    record AllOf<T>(List<Condition<T>> parts) implements Condition<T> {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth of(T subject) {
            Truth truth = Truth.TRUE;
            for (Condition<T> part : parts) {
                if (truth == Truth.FALSE) return truth;
                truth = truth.and(part.of(subject));
            }
            return truth;
        }

        @Override
        public KeyRange keys() {
            return parts.stream().map(Condition::keys).reduce(KeyRange.ALL, KeyRange::and);
        }
    }

    /** One of them at least; there is at least one. */
    record AnyOf<T>(List<Condition<T>> parts) implements Condition<T> {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth of(T subject) {
            Truth truth = Truth.FALSE;
            for (Condition<T> part : parts) {
                if (truth == Truth.TRUE) return truth;
                truth = truth.or(part.of(subject));
            }
            return truth;
        }

        @Override
        public KeyRange keys() {
            return parts.stream()
                    .map(Condition::keys)
                    .reduce(KeyRange::reaching)
                    .orElse(KeyRange.ALL);
        }
    }

    /** The contrary. */
    record Negated<T>(Condition<T> part) implements Condition<T> {
        @Override
        public Truth of(T subject) {
            return part.of(subject).not();
        }

        @Override
        public KeyRange keys() {
            return KeyRange.ALL;
        }
    }
}
