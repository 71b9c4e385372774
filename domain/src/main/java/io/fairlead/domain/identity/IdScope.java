package io.fairlead.domain.identity;

/**
 * The tenant id that a device is given beside its secret; one per service instance, never changed.
 *
 * @param value 1 to 32 alphanumerics; Azure's own have the form {@code 0ne} and eight more
 */
public record IdScope(String value) {
    private static final Grammar GRAMMAR =
            new Grammar("idScope", Grammar.word(Alphabet.ALPHANUMERIC, 32), "1 to 32 of A-Z a-z 0-9");

    public IdScope {
        GRAMMAR.check(value);
    }

    /** Whether a request's text names this scope; devices are not held to its case. */
    public boolean isNamedBy(String text) {
        return value.equalsIgnoreCase(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
