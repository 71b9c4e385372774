package io.fairlead.adapters.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one text. The parser's own messages are not passed on: they quote the text, which may hold a key. */
final class JsonTreeReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            // Only UTF-8 is JSON between systems, and names from strangers do not belong into the JVM's string table.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Depth and digits are checked here, where the message can say so; these are the outer fence.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonText.MAX_DEPTH + 1)
                    .maxNumberLength(10 * JsonText.MAX_DIGITS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private final byte[] text;
    private boolean surrogateEscapes;

    JsonTreeReader(byte[] text) {
        this.text = text;
    }

    Object read() {
        surrogateEscapes = Utf8Bytes.check(text).surrogateEscapes();
        try (JsonParser parser = FACTORY.createParser(text)) {
            return readOnly(parser);
        } catch (IOException e) {
            throw new InvalidJson("the JSON text cannot be read");
        }
    }

    private Object readOnly(JsonParser parser) throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) throw new InvalidJson("the JSON text is empty; send one JSON value");
            Object tree = value(parser, first, 0);
            if (parser.nextToken() != null) throw refuse(parser, "goes on after its value");
            return tree;
        } catch (StreamConstraintsException e) {
            throw refuse(parser, "is larger than the limits allow");
        } catch (JsonEOFException e) {
            throw refuse(parser, "ends before it is complete");
        } catch (IOException e) {
            throw refuse(parser, "is not well formed");
        }
    }

    private Object value(JsonParser parser, JsonToken token, int depth) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser, inner(parser, depth));
            case START_ARRAY -> array(parser, inner(parser, depth));
            case VALUE_STRING -> whole(parser, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw refuse(parser, "is not well formed");
        };
    }

    private Map<String, Object> object(JsonParser parser, int depth) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            whole(parser, name);
            int before = members.size();
            members.put(name, value(parser, parser.nextToken(), depth));
            if (members.size() == before) throw refuse(parser, "names the member " + Quoted.name(name) + " twice");
        }
        return members;
    }

    private List<Object> array(JsonParser parser, int depth) throws IOException {
        List<Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token, depth));
        }
        return items;
    }

    private static int inner(JsonParser parser, int depth) {
        if (depth == JsonText.MAX_DEPTH) {
            throw refuse(parser, "is nested deeper than " + JsonText.MAX_DEPTH + " levels");
        }
        return depth + 1;
    }

    private static Object number(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        try {
            return bounded(parser, parser.getDecimalValue());
        } catch (NumberFormatException e) {
            throw tooLarge(parser);
        }
    }

    private static Object bounded(JsonParser parser, BigDecimal value) {
        long exponent = (long) value.precision() - value.scale() - 1;
        if (Math.abs(exponent) > JsonText.MAX_EXPONENT) throw tooLarge(parser);
        if (value.precision() > JsonText.MAX_DIGITS) {
            throw refuse(parser, "has a number of more than " + JsonText.MAX_DIGITS + " digits");
        }
        return isLong(value) ? (Object) value.longValueExact() : value;
    }

    /** {@code 5e0} is 5 without a fraction; as a Long it is the same after it was written and read again. */
    private static boolean isLong(BigDecimal value) {
        return value.scale() == 0 && value.compareTo(LEAST_LONG) >= 0 && value.compareTo(GREATEST_LONG) <= 0;
    }

    private static InvalidJson tooLarge(JsonParser parser) {
        return refuse(parser, "has a number beyond 1e" + JsonText.MAX_EXPONENT);
    }

    /** Half a pair is no character: it could be neither written again nor stored. Only escapes can bring one in. */
    private String whole(JsonParser parser, String string) {
        if (surrogateEscapes && !Surrogates.allPaired(string)) {
            throw refuse(parser, "has an escape that is half a surrogate pair");
        }
        return string;
    }

    private static InvalidJson refuse(JsonParser parser, String what) {
        JsonLocation here = parser.currentLocation();
        return InvalidJson.at(here.getLineNr(), here.getColumnNr(), what);
    }
}
