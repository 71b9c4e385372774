package io.fairlead.application.administration;

import io.fairlead.domain.identity.ETag;
import java.util.Optional;

/**
 * What a caller expects of the entry it changes (RFC 9110 {@code If-Match}, {@code If-None-Match}).
 *
 * @param mustExist whether a change of something absent is refused
 * @param mustBeAbsent whether a change of something that is there is refused
 * @param version the version that it must have
 */
public record Precondition(boolean mustExist, boolean mustBeAbsent, Optional<ETag> version) {
    /** No expectation: create or replace. */
    public static final Precondition NONE = new Precondition(false, false, Optional.empty());

    /** Any version, but it must be there ({@code If-Match: *}). */
    public static final Precondition ANY_VERSION = new Precondition(true, false, Optional.empty());

    /** Nothing may be there ({@code If-None-Match: *}). */
    public static final Precondition ABSENT = new Precondition(false, true, Optional.empty());

    public static Precondition version(ETag version) {
        return new Precondition(true, false, Optional.of(version));
    }

    /** Whether what is there, if anything, is what the caller expects. */
    public boolean isMetBy(Optional<ETag> current) {
        if (mustBeAbsent) return current.isEmpty();
        return version.map(expected -> current.filter(expected::equals).isPresent())
                .orElse(!mustExist || current.isPresent());
    }

    /** Why it is not met, as the rest of a sentence about the entry. */
    public String unmet(Optional<ETag> current) {
        if (mustBeAbsent) return " is there already";
        return current.map(etag -> " was changed since: its etag is " + etag).orElse(" does not exist")
                + "; read it again";
    }
}
