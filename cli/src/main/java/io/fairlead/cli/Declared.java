package io.fairlead.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the declaration, with the place where it stands.
 *
 * @param value a text, truth, whole number, decimal, null, list of these, or map of names to these
 * @param line from 1
 */
record Declared(String file, int line, Object value) {

    /** The named parts; a problem when it is none that has such. */
    Map<String, Declared> members() {
        if (!(value instanceof Map<?, ?> map)) {
            throw problem("names with values are expected here");
        }
        Map<String, Declared> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put((String) name, (Declared) member));
        return members;
    }

    Optional<Declared> member(String name) {
        return value instanceof Map<?, ?> ? Optional.ofNullable(members().get(name)) : Optional.empty();
    }

    String text() {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw problem("a text is expected here");
    }

    /** The whole part as a JSON tree. */
    Object tree() {
        if (value instanceof Map<?, ?>) {
            Map<String, Object> tree = new LinkedHashMap<>();
            members().forEach((name, member) -> tree.put(name, member.tree()));
            return tree;
        }
        if (value instanceof List<?> items) {
            List<Object> tree = new ArrayList<>();
            items.forEach(item -> tree.add(((Declared) item).tree()));
            return tree;
        }
        return value;
    }

    CliProblem problem(String what) {
        return new CliProblem(file + ", line " + line + ": " + what);
    }
}
