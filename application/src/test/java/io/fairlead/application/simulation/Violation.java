package io.fairlead.application.simulation;

/** A promise was broken. An {@link AssertionError}, so that no code under test takes it for a failure of its own. */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }
}
