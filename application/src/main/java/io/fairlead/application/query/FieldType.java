package io.fairlead.application.query;

import io.fairlead.application.paging.KeyRange;
import java.util.Optional;
import java.util.OptionalInt;

/** What kind of value a field has: which literals it is compared with, and how. */
public interface FieldType {
    /**
     * A literal in the form that {@link #compare} takes.
     *
     * @param literal a {@code String}, {@code BigDecimal} or {@code Boolean}
     * @return empty when this kind of value is never compared with such a literal
     */
    Optional<Object> operand(Object literal);

    /** The literals that are right, as the end of the sentence "expected …". */
    String expected();

    /** Whether values of this kind have an order. */
    boolean isOrdered();

    /** A value against an operand; empty when they are of different types. */
    OptionalInt compare(Object value, Object operand);

    /** Whether a value is a text that begins so; the operand is of this type. */
    default boolean startsWith(Object value, Object operand) {
        return false;
    }

    /** Where in the list a value lies of which this is true; the whole list when the list is not ordered by it. */
    default KeyRange keys(Operator operator, Object operand) {
        return KeyRange.ALL;
    }

    /** Where in the list the values lie that begin so. */
    default KeyRange keysStartingWith(Object operand) {
        return KeyRange.ALL;
    }
}
