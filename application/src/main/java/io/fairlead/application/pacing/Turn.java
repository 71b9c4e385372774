package io.fairlead.application.pacing;

import java.time.Duration;

/**
 * Where somebody stands who wants to ask a hub.
 *
 * @param isNew whether it has never waited
 * @param left how long it was told to wait still; zero when its turn has come
 */
public record Turn(boolean isNew, Duration left) {
    /** Nobody waits behind it. */
    public static final Turn NEW = new Turn(true, Duration.ZERO);

    /** It has waited, and its turn has come. */
    public static final Turn NOW = new Turn(false, Duration.ZERO);

    /** It has waited, though not yet for as long as it was told to. */
    public static Turn after(Duration left) {
        return left.isZero() ? NOW : new Turn(false, left);
    }
}
