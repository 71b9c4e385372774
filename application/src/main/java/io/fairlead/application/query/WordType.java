package io.fairlead.application.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * One of a few words, whatever their capitals. They have no order, and a word that is none of them is a mistake.
 *
 * @param words as they are written
 */
public record WordType(List<String> words) implements FieldType {
    public WordType {
        words = List.copyOf(words);
    }

    @Override
    public Optional<Object> operand(Object literal) {
        return words.stream()
                .filter(word -> literal instanceof String text && word.equalsIgnoreCase(text))
                .map(Object.class::cast)
                .findFirst();
    }

    @Override
    public String expected() {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ", "one of ", ""));
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public OptionalInt compare(Object value, Object operand) {
        return OptionalInt.of(((String) value).compareToIgnoreCase((String) operand));
    }
}
