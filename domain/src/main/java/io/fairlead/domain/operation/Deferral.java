package io.fairlead.domain.operation;

import java.time.Duration;

/**
 * What an operation was told to wait for others. It is kept with the operation, so that it keeps its place among those who
 * wait at whichever node it is taken up.
 *
 * @param total how long it has been put off; that time is not held against it
 * @param left how long it still has to wait when it is taken up again: whoever would wait for long comes by earlier, in
 *     case that others have gone
 */
public record Deferral(Duration total, Duration left) {
    /** It never had to wait. */
    public static final Deferral NONE = new Deferral(Duration.ZERO, Duration.ZERO);

    /** A longer wait is only half waited for before it is asked about again. */
    private static final Duration LONG = Duration.ofSeconds(30);

    /** So long to wait from now on; {@link #next} tells when to ask again. */
    public Deferral after(Duration wait) {
        Duration told = next(wait);
        return new Deferral(total.plus(told), wait.minus(told));
    }

    /** When to ask again about a wait. */
    public static Duration next(Duration wait) {
        if (wait.compareTo(LONG) <= 0) return wait;
        Duration half = wait.dividedBy(2);
        return half.compareTo(LONG) > 0 ? half : LONG;
    }

    /** Whether it has had to wait. */
    public boolean isSome() {
        return !total.isZero();
    }
}
