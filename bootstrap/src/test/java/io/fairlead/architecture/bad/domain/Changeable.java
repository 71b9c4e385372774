package io.fairlead.architecture.bad.domain;

/** Breaks rule 18: it changes. */
public final class Changeable {
    private int value;

    void grow() {
        value++;
    }

    int value() {
        return value;
    }
}
