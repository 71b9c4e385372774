package io.fairlead.architecture.bad.domain;

/** Breaks rule 18: somebody may add to it. */
public class CanBeExtended {
    private final int value = 1;

    int value() {
        return value;
    }
}
