package io.fairlead.domain.identity;

/**
 * An opaque version of a stored record, new at every change; compared whole, never parsed.
 *
 * @param value 1 to 128 printable ASCII characters without quotes
 */
public record ETag(String value) {
    private static final Grammar GRAMMAR = new Grammar(
            "etag",
            Grammar.word(Alphabet.between('!', '~').without('"'), 128),
            "1 to 128 printable characters without quotes");

    public ETag {
        GRAMMAR.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
