package io.fairlead.adapters.wire.body;

import io.fairlead.adapters.json.JsonMembers;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Members that become domain values; what the value refuses is refused in the member's name. */
public final class Fields {
    /** Made once for each constant: every answer has some. */
    private static final Map<Enum<?>, String> CAMEL_CASE = new ConcurrentHashMap<>();

    private Fields() {}

    /** A string member as the value that a constructor makes of it. */
    public static <T> Optional<T> value(JsonMembers members, String name, Function<String, T> constructor) {
        return members.text(name).map(text -> made(members, name, text, constructor));
    }

    /** A value made of a member's text. */
    public static <T> T made(JsonMembers members, String name, String text, Function<String, T> constructor) {
        try {
            return constructor.apply(text);
        } catch (IllegalArgumentException e) {
            throw members.refuse(name, "is refused: " + e.getMessage());
        }
    }

    /** A string member that names a constant in camel case, whatever its capitals. */
    public static <E extends Enum<E>> Optional<E> constant(JsonMembers members, String name, Class<E> type) {
        return members.text(name).map(text -> named(members, name, text, type.getEnumConstants()));
    }

    /** A constant in the camel case of the wire: {@code GEO_LATENCY} is {@code geoLatency}. */
    public static String camelCase(Enum<?> constant) {
        return CAMEL_CASE.computeIfAbsent(constant, Fields::inCamelCase);
    }

    private static String inCamelCase(Enum<?> constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            text.append(text.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return text.toString();
    }

    private static <E extends Enum<E>> E named(JsonMembers members, String name, String text, E[] constants) {
        StringBuilder known = new StringBuilder();
        for (E constant : constants) {
            if (camelCase(constant).equalsIgnoreCase(text)) return constant;
            known.append(known.isEmpty() ? "" : ", ").append(camelCase(constant));
        }
        throw members.refuse(name, "must be one of " + known);
    }
}
