package io.fairlead.domain.identity;

/**
 * The id of one accepted registration request, which the device polls.
 *
 * <p>Devices paste it raw into URLs and MQTT topics, so its alphabet is narrow. Azure's look like {@code
 * 4.<16 hex>.<guid>}; no client parses it.
 *
 * @param value 1 to 128 of {@code 0-9 a-z A-Z . -}
 */
public record OperationId(String value) {
    private static final Grammar GRAMMAR = new Grammar(
            "operationId", Grammar.word(Alphabet.ALPHANUMERIC.and(".-"), 128), "1 to 128 of 0-9 a-z A-Z . -");

    public OperationId {
        GRAMMAR.check(value);
    }

    /** Whether a text is an id at all; whoever reads one from a hub asks first. */
    public static boolean isValid(String text) {
        return GRAMMAR.matches(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
