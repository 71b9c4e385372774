package io.fairlead.adapters.wire.query;

import io.fairlead.adapters.wire.query.Token.Kind;
import io.fairlead.application.query.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the name of a field: names joined by dots, or in brackets and quotes where a name has other characters.
 *
 * @param aliases what may stand before a field, as in {@code e.registrationId}: the words after FROM, in lower case
 */
record FieldReader<T>(QueryFields<T> fields, Set<String> aliases) {
    private static final int DEEPEST = 20;

    Field<T> read(Tokens tokens) {
        Token first = tokens.peek();
        List<String> path = new ArrayList<>();
        path.add(name(tokens, "a field"));
        while (path.size() < DEEPEST && more(tokens, path)) {}
        return fields.find(path)
                .or(() -> withoutAlias(path))
                .orElseThrow(() -> QuerySyntax.refused(
                        first.at(),
                        "expected a field, one of " + fields.names() + "; found "
                                + new Token(Kind.WORD, String.join(".", path), 1).described()));
    }

    private static boolean more(Tokens tokens, List<String> path) {
        if (tokens.takeIf(".")) {
            path.add(name(tokens, "a name after the dot"));
            return true;
        }
        if (!tokens.takeIf("[")) return false;
        Token inside = tokens.take();
        if (inside.kind() != Kind.TEXT) throw QuerySyntax.expected("a name in single quotes", inside);
        tokens.demand("]", "']'");
        path.add(inside.text());
        return true;
    }

    private Optional<Field<T>> withoutAlias(List<String> path) {
        boolean aliased = path.size() > 1 && aliases.contains(path.get(0).toLowerCase(Locale.ROOT));
        return aliased ? fields.find(path.subList(1, path.size())) : Optional.empty();
    }

    private static String name(Tokens tokens, String expected) {
        Token token = tokens.take();
        return token.name().orElseThrow(() -> QuerySyntax.expected(expected, token));
    }
}
