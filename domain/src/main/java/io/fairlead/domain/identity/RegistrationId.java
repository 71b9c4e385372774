package io.fairlead.domain.identity;

import java.util.Locale;

/**
 * The name under which a device registers, unique within the service, equal ignoring case.
 *
 * <p>1 to 128 characters: alphanumerics and {@code - . _ :}, beginning with an alphanumeric and ending with an
 * alphanumeric or a dash. Azure's two texts disagree on a trailing dash; it is accepted here.
 *
 * @param value the id as it was written: derived keys depend on its case
 */
public record RegistrationId(String value) {
    private static final Grammar GRAMMAR = new Grammar(
            "registrationId",
            Grammar.word(Alphabet.ALPHANUMERIC, Alphabet.ALPHANUMERIC.and("-._:"), Alphabet.ALPHANUMERIC.and("-"), 128),
            "1 to 128 of A-Z a-z 0-9 - . _ :, first an alphanumeric, last an alphanumeric or '-'");

    public RegistrationId {
        GRAMMAR.check(value);
    }

    /** The lower-case form: equal for ids that are equal, and the key under which stores keep it. */
    public String canonical() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistrationId that && canonical().equals(that.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
