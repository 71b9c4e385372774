package io.fairlead.architecture.bad.domain;

import java.time.Clock;

/** Breaks rule 2: the domain is told what time it is. */
public final class LooksAtClock {
    boolean isLate(Clock clock) {
        return clock.instant().getEpochSecond() > 0;
    }
}
