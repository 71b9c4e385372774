package io.fairlead.domain.attestation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Two of a kind, either of which counts, so that one can be rolled while the other is used. At least one is there.
 */
public record PrimarySecondary<T>(Optional<T> primary, Optional<T> secondary) {
    public PrimarySecondary {
        if (primary.isEmpty() && secondary.isEmpty()) {
            throw new IllegalArgumentException("a primary or a secondary one must be there");
        }
    }

    public static <T> PrimarySecondary<T> of(T primary) {
        return new PrimarySecondary<>(Optional.of(primary), Optional.empty());
    }

    public static <T> PrimarySecondary<T> of(T primary, T secondary) {
        return new PrimarySecondary<>(Optional.of(primary), Optional.of(secondary));
    }

    /** Those that are there, the primary one first. */
    public List<T> all() {
        return Stream.of(primary, secondary).flatMap(Optional::stream).toList();
    }

    public <R> PrimarySecondary<R> map(Function<T, R> change) {
        return new PrimarySecondary<>(primary.map(change), secondary.map(change));
    }
}
