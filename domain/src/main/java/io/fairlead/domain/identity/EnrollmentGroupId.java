package io.fairlead.domain.identity;

import java.util.Locale;

/**
 * The name of an enrollment group, unique within the service, equal ignoring case. Same grammar as {@link
 * RegistrationId}.
 *
 * @param value the id as it was written
 */
public record EnrollmentGroupId(String value) {
    private static final Grammar GRAMMAR = new Grammar(
            "enrollmentGroupId",
            Grammar.word(Alphabet.ALPHANUMERIC, Alphabet.ALPHANUMERIC.and("-._:"), Alphabet.ALPHANUMERIC.and("-"), 128),
            "1 to 128 of A-Z a-z 0-9 - . _ :, first an alphanumeric, last an alphanumeric or '-'");

    public EnrollmentGroupId {
        GRAMMAR.check(value);
    }

    /** The lower-case form: equal for ids that are equal, and the key under which stores keep it. */
    public String canonical() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnrollmentGroupId that && canonical().equals(that.canonical());
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
