package io.fairlead.adapters.persistence.document;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.sealing.RowSeal;
import io.fairlead.domain.device.TwinDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts a JSON object together, member by member; what is empty is left out. Secrets are encrypted when the text is made,
 * which is when it is known what row they are for.
 */
public final class DocumentWriter {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** A member that must not be written as it is. */
    private record Hidden(String secret) {
        @Override
        public String toString() {
            return "***";
        }
    }

    public DocumentWriter put(String name, String value) {
        return add(name, value);
    }

    public DocumentWriter put(String name, long value) {
        return add(name, value);
    }

    public DocumentWriter put(String name, boolean value) {
        return add(name, value);
    }

    public DocumentWriter put(String name, Enum<?> value) {
        return add(name, value.name());
    }

    public DocumentWriter put(String name, Instant value) {
        return add(name, value.toString());
    }

    public DocumentWriter put(String name, TwinDocument value) {
        return add(name, value.members());
    }

    public DocumentWriter put(String name, DocumentWriter value) {
        return add(name, value.members);
    }

    /** A text that is encrypted in the database. */
    public DocumentWriter putSecret(String name, String value) {
        return add(name, new Hidden(value));
    }

    /** An object that is encrypted in the database; it holds no secrets of its own. */
    public DocumentWriter putHidden(String name, DocumentWriter value) {
        return putSecret(name, value.text());
    }

    public <T> DocumentWriter put(String name, List<T> items, Function<T, ?> form) {
        return add(name, items.stream().map(form).map(DocumentWriter::plain).toList());
    }

    public DocumentWriter put(String name, Map<String, String> value) {
        return add(name, value);
    }

    /** The form of a value that is there; nothing when it is not. */
    public <T> DocumentWriter putIfPresent(String name, Optional<T> value, Function<T, ?> form) {
        value.map(form).map(DocumentWriter::plain).ifPresent(present -> add(name, present));
        return this;
    }

    /** The text of an object without secrets. */
    public String text() {
        return textOf(members);
    }

    /** The text of the object, its secrets encrypted for this row. */
    public String text(RowSeal seal) {
        return textOf(sealed(members, seal));
    }

    private static Map<String, Object> sealed(Map<?, ?> open, RowSeal seal) {
        Map<String, Object> result = new LinkedHashMap<>();
        open.forEach((name, value) -> result.put((String) name, sealed((String) name, value, seal)));
        return result;
    }

    private static Object sealed(String name, Object value, RowSeal seal) {
        if (value instanceof Hidden hidden) return seal.seal(name, hidden.secret());
        return value instanceof Map<?, ?> inner ? sealed(inner, seal) : value;
    }

    /** The text of a free document, its null members kept: in a patch they mean something. */
    public static String text(TwinDocument document) {
        return textOf(document.members());
    }

    private static Object plain(Object form) {
        return form instanceof DocumentWriter writer ? writer.members : form;
    }

    private static String textOf(Map<String, Object> members) {
        return new String(JsonText.writeWithNulls(members), StandardCharsets.UTF_8);
    }

    private DocumentWriter add(String name, Object value) {
        members.put(name, value);
        return this;
    }
}
