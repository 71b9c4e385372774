package io.fairlead.adapters.wire.query;

import io.fairlead.application.query.Condition;
import io.fairlead.application.query.Field;
import io.fairlead.application.query.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads one comparison: a field and a literal in either order, membership in a list, presence, or one of the functions
 * of IoT Hub's query language that make sense here.
 */
final class PredicateParser<T> {
    private static final int MOST_LITERALS = 200;
    private static final Map<String, Operator> OPERATORS = Map.of(
            "=", Operator.EQUAL,
            "!=", Operator.UNEQUAL,
            "<>", Operator.UNEQUAL,
            "<", Operator.LESS,
            "<=", Operator.AT_MOST,
            ">", Operator.GREATER,
            ">=", Operator.AT_LEAST);

    private final Tokens tokens;
    private final FieldReader<T> fields;
    private int literals;

    PredicateParser(Tokens tokens, FieldReader<T> fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    Condition<T> predicate() {
        if (tokens.isCallOf("IS_DEFINED")) return isDefined();
        if (tokens.isCallOf("STARTSWITH")) return startsWith();
        if (tokens.isCallOf("ARRAY_CONTAINS")) return arrayContains();
        if (Literal.isNext(tokens)) return literalFirst();
        return fieldFirst(fields.read(tokens));
    }

    private Condition<T> fieldFirst(Field<T> field) {
        if (tokens.takeIf("IS")) return presence(field);
        boolean negated = tokens.takeIf("NOT");
        if (negated || tokens.peek().is("IN")) {
            tokens.demand("IN", "IN");
            return negated ? new Condition.Negated<>(oneOf(field)) : oneOf(field);
        }
        Token sign = tokens.take();
        return compared(field, sign, operator(sign), literal());
    }

    private Condition<T> literalFirst() {
        Literal literal = literal();
        boolean negated = tokens.takeIf("NOT");
        Token sign = tokens.take();
        if (sign.is("IN")) {
            Condition<T> contained = compared(fields.read(tokens), sign, Operator.EQUAL, literal);
            return negated ? new Condition.Negated<>(contained) : contained;
        }
        if (negated) throw QuerySyntax.expected("IN", sign);
        Operator operator = operator(sign);
        return compared(fields.read(tokens), sign, operator.turned(), literal);
    }

    private Condition<T> presence(Field<T> field) {
        boolean negated = tokens.takeIf("NOT");
        tokens.demand("NULL", negated ? "NULL" : "NULL or NOT NULL");
        Condition<T> present = new Condition.Present<>(field);
        return negated ? present : new Condition.Negated<>(present);
    }

    /** A list in parentheses as in SQL, or in brackets as in IoT Hub's language. */
    private Condition<T> oneOf(Field<T> field) {
        Token open = tokens.take();
        if (!open.is("(") && !open.is("[")) throw QuerySyntax.expected("'(' or '['", open);
        List<Condition<T>> any = new ArrayList<>();
        do {
            any.add(compared(field, open, Operator.EQUAL, literal()));
        } while (tokens.takeIf(","));
        String close = open.is("(") ? ")" : "]";
        tokens.demand(close, "',' or '" + close + "'");
        return new Condition.AnyOf<>(any);
    }

    private Condition<T> isDefined() {
        tokens.take();
        tokens.demand("(", "'('");
        Field<T> field = fields.read(tokens);
        tokens.demand(")", "')'");
        return new Condition.Present<>(field);
    }

    private Condition<T> startsWith() {
        tokens.take();
        tokens.demand("(", "'('");
        Field<T> field = fields.read(tokens);
        tokens.demand(",", "','");
        Literal literal = literal();
        tokens.demand(")", "')'");
        if (!(literal.value() instanceof String)) throw literal.refused("a text in single quotes");
        return new Condition.Prefixed<>(field, literal.operandOf(field));
    }

    private Condition<T> arrayContains() {
        Token call = tokens.take();
        tokens.demand("(", "'('");
        Field<T> field = fields.read(tokens);
        tokens.demand(",", "','");
        Literal literal = literal();
        tokens.demand(")", "')'");
        return compared(field, call, Operator.EQUAL, literal);
    }

    private Condition<T> compared(Field<T> field, Token sign, Operator operator, Literal literal) {
        if (operator.isOrder() && !field.type().isOrdered()) {
            throw QuerySyntax.refused(sign.at(), field.name() + " has no order; compare it with =, != or IN");
        }
        return new Condition.Compared<>(field, operator, literal.operandOf(field));
    }

    private Literal literal() {
        Literal literal = Literal.read(tokens);
        if (++literals > MOST_LITERALS) throw literal.tooMany(MOST_LITERALS);
        return literal;
    }

    private static Operator operator(Token sign) {
        Operator operator = sign.kind() == Token.Kind.SYMBOL ? OPERATORS.get(sign.text()) : null;
        if (operator == null) throw QuerySyntax.expected("=, !=, <, <=, >, >=, IN or IS", sign);
        return operator;
    }
}
