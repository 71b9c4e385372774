package io.fairlead.adapters.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of one JSON object, read by name with the type the reader needs. An absent member and a null one are the
 * same: empty. A member of another type is refused with its path; members nobody asks for are ignored.
 *
 * @param path where the object stands, names joined by dots; empty for the root
 * @param members the object's members in the order of the text
 */
public record JsonMembers(String path, Map<String, Object> members) {

    /**
     * The members of a whole tree.
     *
     * @throws InvalidJson when the tree is not an object
     */
    public static JsonMembers root(Object tree) {
        if (tree instanceof Map<?, ?>) return new JsonMembers("", named(tree));
        throw new InvalidJson("the JSON text must be an object, in braces");
    }

    /** Whether the member is there with a value other than null. */
    public boolean has(String name) {
        return members.get(name) != null;
    }

    /** The member as it stands, of any type. */
    public Optional<Object> any(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** A string member. */
    public Optional<String> text(String name) {
        return typed(name, String.class, "must be a string");
    }

    /** A boolean member. */
    public Optional<Boolean> truth(String name) {
        return typed(name, Boolean.class, "must be true or false");
    }

    /** A whole number of 64 bits; {@code 5.0} is one, {@code 5.5} is not. */
    public Optional<Long> whole(String name) {
        return any(name).map(value -> wholeNumber(name, value));
    }

    /** A nested object. */
    public Optional<JsonMembers> object(String name) {
        return typed(name, Map.class, "must be an object").map(value -> new JsonMembers(pathOf(name), named(value)));
    }

    /** A nested array, items as they stand. */
    public Optional<List<Object>> list(String name) {
        return typed(name, List.class, "must be an array").map(JsonMembers::items);
    }

    /** A nested array of strings. */
    public Optional<List<String>> texts(String name) {
        return typed(name, List.class, "must be an array of strings").map(value -> strings(name, value));
    }

    /** The full path of a member, as messages name it. */
    public String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /**
     * A refusal of one member.
     *
     * @param rule the rest of a sentence that begins with the member's path: {@code must be a string}
     */
    public InvalidJson refuse(String name, String rule) {
        return InvalidJson.member(pathOf(name), rule);
    }

    private <T> Optional<T> typed(String name, Class<T> type, String rule) {
        Object value = members.get(name);
        if (value == null) return Optional.empty();
        if (!type.isInstance(value)) throw refuse(name, rule);
        return Optional.of(type.cast(value));
    }

    private Long wholeNumber(String name, Object value) {
        if (value instanceof Long number) return number;
        if (value instanceof BigDecimal number) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw refuse(name, "must be a whole number of at most 64 bits");
            }
        }
        throw refuse(name, "must be a whole number");
    }

    private List<String> strings(String name, List<?> items) {
        if (!items.stream().allMatch(String.class::isInstance)) throw refuse(name, "must be an array of strings");
        return items.stream().map(String.class::cast).toList();
    }

    /** Trees hold no other maps than of string to anything. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Object map) {
        return (Map<String, Object>) map;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> items(Object list) {
        return (List<Object>) list;
    }
}
