package io.fairlead.adapters.wire.query;

import io.fairlead.adapters.wire.query.Token.Kind;
import java.util.List;

/** The tokens of a query text, read from left to right. Not thread-safe. */
final class Tokens {
    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The token here; at the end it stays. */
    Token take() {
        Token token = peek();
        if (token.kind() != Kind.END) at++;
        return token;
    }

    /** Takes the keyword or symbol when it is next. */
    boolean takeIf(String word) {
        boolean next = peek().is(word);
        if (next) at++;
        return next;
    }

    /** @param expected what a message says when something else stands here */
    void demand(String word, String expected) {
        if (!takeIf(word)) throw QuerySyntax.expected(expected, peek());
    }

    /** Whether the keyword is next and a parenthesis follows: a function. */
    boolean isCallOf(String word) {
        return peek().is(word) && tokens.get(at + 1).is("(");
    }
}
