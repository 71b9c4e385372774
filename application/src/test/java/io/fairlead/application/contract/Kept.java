package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

/** What a store gives back must be what it was given, to the letter. */
final class Kept {
    private Kept() {}

    /** Also compares the texts, because ids are equal ignoring case, and maps in any order. */
    static <T> void assertSame(Optional<T> found, T expected) {
        assertThat(found).contains(expected);
        assertThat(found.orElseThrow()).hasToString(expected.toString());
    }
}
