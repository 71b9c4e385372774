package io.fairlead.domain.operation;

/**
 * Something that comes in between.
 *
 * @param point at which of the moments of a play, from 0
 */
record Interruption(int point, Kind kind) {
    /** What comes. */
    enum Kind {
        /** The worker dies; another takes over. */
        CRASH,
        /** The worker dies, and the one who takes over finds that it is time to give up. */
        GIVE_UP,
        /** The back end changes the device on the old hub. */
        DRIFT
    }

    static Interruption crash(int point) {
        return new Interruption(point, Kind.CRASH);
    }

    static Interruption giveUp(int point) {
        return new Interruption(point, Kind.GIVE_UP);
    }

    static Interruption drift(int point) {
        return new Interruption(point, Kind.DRIFT);
    }
}
