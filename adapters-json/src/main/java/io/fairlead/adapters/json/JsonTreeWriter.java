package io.fairlead.adapters.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes one tree. */
final class JsonTreeWriter {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_SIZE = 512;

    /** What becomes of members whose value is null; items of arrays stay, their place has a meaning. */
    enum Nulls {
        LEFT_OUT,
        KEPT;

        byte[] write(Object tree) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
            try (JsonGenerator generator = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
                new JsonTreeWriter(generator, this).value(tree);
            } catch (IOException e) {
                throw new UncheckedIOException("a tree that cannot be written as JSON", e);
            }
            return bytes.toByteArray();
        }
    }

    private final JsonGenerator generator;
    private final Nulls nulls;

    private JsonTreeWriter(JsonGenerator generator, Nulls nulls) {
        this.generator = generator;
        this.nulls = nulls;
    }

    private void value(Object value) throws IOException {
        if (value instanceof String string) generator.writeString(string);
        else if (value instanceof Map<?, ?> members) object(members);
        else if (value instanceof Boolean truth) generator.writeBoolean(truth);
        else if (value instanceof Long number) generator.writeNumber(number);
        else if (value instanceof Integer number) generator.writeNumber(number);
        else if (value instanceof BigDecimal number) generator.writeNumber(number);
        else if (value instanceof List<?> items) array(items);
        else if (value == null) generator.writeNull();
        else
            throw new IllegalArgumentException(
                    "no JSON for a " + value.getClass().getName());
    }

    private void object(Map<?, ?> members) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (member.getValue() == null && nulls == Nulls.LEFT_OUT) continue;
            generator.writeFieldName((String) member.getKey());
            value(member.getValue());
        }
        generator.writeEndObject();
    }

    private void array(List<?> items) throws IOException {
        generator.writeStartArray();
        for (Object item : items) value(item);
        generator.writeEndArray();
    }
}
