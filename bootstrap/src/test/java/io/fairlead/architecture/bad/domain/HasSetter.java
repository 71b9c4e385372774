package io.fairlead.architecture.bad.domain;

/** Breaks rule 19: what is, is not set. */
public final class HasSetter {
    private final int[] value = {0};

    public void setValue(int next) {
        value[0] = next;
    }
}
