package io.fairlead.application.processing;

/** Another worker holds the operation now; this one stops without a trace. */
final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Superseded(String what) {
        super("another worker has taken over " + what, null, false, false);
    }
}
