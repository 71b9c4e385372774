package io.fairlead.adapters.persistence.document;

import io.fairlead.adapters.json.InvalidJson;
import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.sealing.BrokenSeal;
import io.fairlead.adapters.sealing.RowSeal;
import io.fairlead.application.port.StoreException;
import io.fairlead.domain.device.TwinDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a stored JSON object member by member. Members nobody asks for are ignored, so that a newer program's rows can be
 * read; a text that this program cannot understand is a {@link StoreException}, not the caller's bad input.
 */
public final class DocumentReader {
    private final JsonMembers members;
    private final Optional<RowSeal> seal;

    private DocumentReader(JsonMembers members, Optional<RowSeal> seal) {
        this.members = members;
        this.seal = seal;
    }

    /** Reads a whole text without secrets with this function. */
    public static <T> T read(String text, Function<DocumentReader, T> form) {
        return read(text, Optional.empty(), form);
    }

    /** Reads a whole text of this row. */
    public static <T> T read(String text, RowSeal seal, Function<DocumentReader, T> form) {
        return read(text, Optional.of(seal), form);
    }

    private static <T> T read(String text, Optional<RowSeal> seal, Function<DocumentReader, T> form) {
        try {
            return form.apply(new DocumentReader(JsonText.parseObject(text.getBytes(StandardCharsets.UTF_8)), seal));
        } catch (InvalidJson | IllegalArgumentException | BrokenSeal e) {
            throw new StoreException("a stored document cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads a free document. */
    public static TwinDocument document(String text) {
        return read(text, reader -> new TwinDocument(reader.members.members()));
    }

    public String text(String name) {
        return need(name, members.text(name));
    }

    public Optional<String> maybeText(String name) {
        return members.text(name);
    }

    /** A text that is encrypted in the database, as it was before. */
    public String secret(String name) {
        return maybeSecret(name).orElseThrow(() -> members.refuse(name, "is missing"));
    }

    /** An object that is encrypted in the database. */
    public <T> T hidden(String name, Function<DocumentReader, T> form) {
        return read(secret(name), form);
    }

    /** An object that is encrypted in the database, where there is one. */
    public <T> Optional<T> maybeHidden(String name, Function<DocumentReader, T> form) {
        return maybeSecret(name).map(text -> read(text, form));
    }

    /** A text that is encrypted in the database, where there is one. */
    public Optional<String> maybeSecret(String name) {
        return maybeText(name).map(stored -> seal.orElseThrow().open(name, stored));
    }

    public long whole(String name) {
        return need(name, members.whole(name));
    }

    public int count(String name) {
        return Math.toIntExact(whole(name));
    }

    public boolean truth(String name) {
        return need(name, members.truth(name));
    }

    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }

    public <E extends Enum<E>> Optional<E> maybeConstant(String name, Class<E> type) {
        return maybeText(name).map(text -> Enum.valueOf(type, text));
    }

    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public TwinDocument document(String name, TwinDocument absent) {
        return members.object(name)
                .map(JsonMembers::members)
                .map(TwinDocument::new)
                .orElse(absent);
    }

    public Optional<TwinDocument> maybeDocument(String name) {
        return members.object(name).map(JsonMembers::members).map(TwinDocument::new);
    }

    public <T> T object(String name, Function<DocumentReader, T> form) {
        return need(name, maybeObject(name, form));
    }

    public <T> Optional<T> maybeObject(String name, Function<DocumentReader, T> form) {
        return members.object(name).map(this::inside).map(form);
    }

    public List<String> texts(String name) {
        return need(name, members.texts(name));
    }

    /** Empty when it is not there, as in rows from before it was. */
    public List<String> maybeTexts(String name) {
        return members.texts(name).orElse(List.of());
    }

    public <T> List<T> objects(String name, Function<DocumentReader, T> form) {
        return need(name, members.list(name)).stream()
                .map(item -> form.apply(inside(JsonMembers.root(item))))
                .toList();
    }

    /** An object of names and texts, in the order in which it was written. */
    public Map<String, String> table(String name) {
        return object(name, DocumentReader::texts);
    }

    /** Empty when it is not there, as in rows from before it was. */
    public Map<String, String> maybeTable(String name) {
        return maybeObject(name, DocumentReader::texts).orElse(Map.of());
    }

    private Map<String, String> texts() {
        Map<String, String> table = new LinkedHashMap<>();
        members.members().keySet().forEach(name -> table.put(name, text(name)));
        return table;
    }

    private DocumentReader inside(JsonMembers inner) {
        return new DocumentReader(inner, seal);
    }

    private <T> T need(String name, Optional<T> value) {
        return value.orElseThrow(() -> members.refuse(name, "is missing"));
    }
}
