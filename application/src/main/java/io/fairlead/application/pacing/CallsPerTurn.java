package io.fairlead.application.pacing;

/** How many calls somebody makes who is let in, from the last few dozen. Not thread-safe. */
final class CallsPerTurn {
    private static final double REMEMBERED = 60;
    private static final double MOST = 30;

    private double calls = 4;
    private double turns = 4;

    /** Somebody is let in. */
    void turn() {
        turns++;
        if (turns > REMEMBERED) {
            turns /= 2;
            calls /= 2;
        }
    }

    void call() {
        calls++;
    }

    /** At least one. */
    double mean() {
        return Math.min(MOST, Math.max(1, calls / turns));
    }
}
