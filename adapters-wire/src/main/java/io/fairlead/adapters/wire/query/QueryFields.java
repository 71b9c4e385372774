package io.fairlead.adapters.wire.query;

import io.fairlead.application.query.Field;
import io.fairlead.application.query.FieldType;
import io.fairlead.application.query.ScalarType;
import io.fairlead.domain.device.TwinDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields that records of one kind can be queried by, under their JSON names, whatever the capitals; inside documents
 * names are as they are.
 */
final class QueryFields<T> {
    private final Map<String, Field<T>> fields = new LinkedHashMap<>();
    private final Map<String, Function<T, Optional<TwinDocument>>> documents = new LinkedHashMap<>();

    QueryFields<T> with(String name, FieldType type, Function<T, Optional<?>> value) {
        fields.put(name.toLowerCase(Locale.ROOT), new Field<>(name, type, value));
        return this;
    }

    /** A document whose members, at any depth, can be asked for below this name. */
    QueryFields<T> withDocument(String name, Function<T, Optional<TwinDocument>> document) {
        documents.put(name.toLowerCase(Locale.ROOT), document);
        return this;
    }

    /** The field of a path, if there is one. */
    Optional<Field<T>> find(List<String> path) {
        String name = String.join(".", path);
        return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT))).or(() -> inDocument(name, path));
    }

    /** All names, for messages. */
    String names() {
        StringBuilder names = new StringBuilder();
        fields.values()
                .forEach(field -> names.append(names.isEmpty() ? "" : ", ").append(field.name()));
        documents.keySet().forEach(name -> names.append(", ").append(name).append(".…"));
        return names.toString();
    }

    private Optional<Field<T>> inDocument(String name, List<String> path) {
        for (int length = 1; length < path.size(); length++) {
            String head = String.join(".", path.subList(0, length)).toLowerCase(Locale.ROOT);
            Function<T, Optional<TwinDocument>> document = documents.get(head);
            if (document != null) {
                List<String> rest = List.copyOf(path.subList(length, path.size()));
                return Optional.of(new Field<>(
                        name, ScalarType.JSON, record -> document.apply(record).flatMap(it -> at(it, rest))));
            }
        }
        return Optional.empty();
    }

    /** What a document holds there; a null is as good as nothing. */
    private static Optional<Object> at(TwinDocument document, List<String> path) {
        Object value = document.members();
        for (String name : path) {
            value = value instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return Optional.ofNullable(value);
    }
}
