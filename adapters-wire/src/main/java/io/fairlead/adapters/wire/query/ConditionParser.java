package io.fairlead.adapters.wire.query;

import io.fairlead.application.query.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what follows WHERE, by recursive descent: OR binds weakest, then AND, then NOT; depth and number of comparisons
 * are bounded.
 */
final class ConditionParser<T> {
    private static final int DEEPEST = 32;

    private final Tokens tokens;
    private final PredicateParser<T> predicates;
    private int depth;

    ConditionParser(Tokens tokens, FieldReader<T> fields) {
        this.tokens = tokens;
        this.predicates = new PredicateParser<>(tokens, fields);
    }

    Condition<T> condition() {
        List<Condition<T>> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (tokens.takeIf("OR"));
        return parts.size() == 1 ? parts.get(0) : new Condition.AnyOf<>(parts);
    }

    private Condition<T> conjunction() {
        List<Condition<T>> parts = new ArrayList<>();
        do {
            parts.add(negation());
        } while (tokens.takeIf("AND"));
        return parts.size() == 1 ? parts.get(0) : new Condition.AllOf<>(parts);
    }

    private Condition<T> negation() {
        Token here = tokens.peek();
        if (++depth > DEEPEST)
            throw QuerySyntax.refused(here.at(), "more than " + DEEPEST + " levels inside each other");
        Condition<T> read = tokens.takeIf("NOT") ? new Condition.Negated<>(negation()) : primary();
        depth--;
        return read;
    }

    private Condition<T> primary() {
        if (!tokens.takeIf("(")) return predicates.predicate();
        Condition<T> inside = condition();
        tokens.demand(")", "AND, OR or ')'");
        return inside;
    }
}
