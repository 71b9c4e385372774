package io.fairlead.adapters.wire.query;

import io.fairlead.adapters.wire.query.Token.Kind;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.query.Field;
import java.math.BigDecimal;

/**
 * A value as it is written in a query.
 *
 * @param value a {@code String}, {@code BigDecimal} or {@code Boolean}
 */
record Literal(Token token, Object value) {
    private static final String EXPECTED = "a text in single quotes, a number, true or false";

    static boolean isNext(Tokens tokens) {
        Token next = tokens.peek();
        return next.kind() == Kind.TEXT || next.kind() == Kind.NUMBER || next.is("true") || next.is("false");
    }

    static Literal read(Tokens tokens) {
        Token token = tokens.take();
        if (token.is("null")) {
            throw QuerySyntax.refused(token.at(), "nothing equals null; write IS NULL or IS NOT NULL");
        }
        return switch (token.kind()) {
            case TEXT -> new Literal(token, token.text());
            case NUMBER -> new Literal(token, new BigDecimal(token.text()));
            case WORD -> truth(token);
            case SYMBOL, END -> throw QuerySyntax.expected(EXPECTED, token);
        };
    }

    /** The literal as the field compares it. */
    Object operandOf(Field<?> field) {
        return field.type()
                .operand(value)
                .orElseThrow(() -> refused(field.type().expected() + " for " + field.name()));
    }

    ProvisioningException refused(String expected) {
        return QuerySyntax.expected(expected, token);
    }

    ProvisioningException tooMany(int most) {
        return QuerySyntax.refused(token.at(), "a query compares with at most " + most + " values");
    }

    private static Literal truth(Token token) {
        if (token.is("true")) return new Literal(token, true);
        if (token.is("false")) return new Literal(token, false);
        throw QuerySyntax.expected(EXPECTED, token);
    }
}
