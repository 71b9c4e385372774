package io.fairlead.application.pacing;

import java.time.Duration;
import java.time.Instant;

/** How many calls of the last second or two there were. Not thread-safe. */
final class RecentCalls {
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private Instant began;
    private long inWindow;
    private long inLastWindow;

    RecentCalls(Instant now) {
        this.began = now;
    }

    void called(Instant now) {
        roll(now);
        inWindow++;
    }

    /** The most in one second. */
    long inASecond(Instant now) {
        roll(now);
        return Math.max(inWindow, inLastWindow);
    }

    private void roll(Instant now) {
        Duration passed = Duration.between(began, now);
        if (passed.compareTo(WINDOW) >= 0) {
            inLastWindow = passed.compareTo(WINDOW.multipliedBy(2)) < 0 ? inWindow : 0;
            inWindow = 0;
            began = now;
        }
    }
}
