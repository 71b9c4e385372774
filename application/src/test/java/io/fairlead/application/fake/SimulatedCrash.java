package io.fairlead.application.fake;

/**
 * The process dies here. An {@link Error}, so that code which turns failures into outcomes does not survive its own
 * death; only a test catches it, and then begins anew with what was stored.
 */
public final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;

    public SimulatedCrash(String where) {
        super(where, null, false, false);
    }
}
