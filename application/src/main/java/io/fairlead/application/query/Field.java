package io.fairlead.application.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A field of a record.
 *
 * @param name as operators know it
 * @param value what it holds: a value of the type or a list of them; empty when it is not there
 */
public record Field<T>(String name, FieldType type, Function<T, Optional<?>> value) {

    /** What a test says of this field: unknown when it is absent, and of a list whether it is true of an item. */
    Truth anyIs(T of, Predicate<Object> test) {
        return value.apply(of)
                .map(there ->
                        Truth.of(there instanceof List<?> items ? items.stream().anyMatch(test) : test.test(there)))
                .orElse(Truth.UNKNOWN);
    }
}
