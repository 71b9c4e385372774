package io.fairlead.application.administration;

import io.fairlead.domain.identity.ETag;
import java.util.Optional;

/**
 * What a caller expects of the entry it changes (RFC 9110 {@code If-Match}).
 *
 * @param mustExist whether a change of something absent is refused
 * @param version the version that it must have
 */
public record Precondition(boolean mustExist, Optional<ETag> version) {
    /** No expectation: create or replace. */
    public static final Precondition NONE = new Precondition(false, Optional.empty());

    /** Any version, but it must be there ({@code If-Match: *}). */
    public static final Precondition ANY_VERSION = new Precondition(true, Optional.empty());

    public static Precondition version(ETag version) {
        return new Precondition(true, Optional.of(version));
    }

    /** Whether what is there, if anything, is what the caller expects. */
    public boolean isMetBy(Optional<ETag> current) {
        return version.map(expected -> current.filter(expected::equals).isPresent())
                .orElse(!mustExist || current.isPresent());
    }
}
