package io.fairlead.adapters.wire.query;

import java.util.Optional;

/**
 * A word of a query text.
 *
 * @param text a word or symbol as written, a quoted text without its quotes
 * @param at the position of its first character, from 1
 */
record Token(Kind kind, String text, int at) {
    /** What a token is. */
    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        SYMBOL,
        END
    }

    /** Whether this is that keyword or symbol; a quoted text never is. */
    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    /** The name that this can be in a path. */
    Optional<String> name() {
        return kind == Kind.WORD ? Optional.of(text) : Optional.empty();
    }

    /** What a message says was found: bounded, whatever was sent. */
    String described() {
        String cut = text.length() <= 32 ? text : text.substring(0, 32) + "...";
        return kind == Kind.END ? "the end" : "'" + cut + "'";
    }
}
