package io.fairlead.application.timing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time of another clock, except that it never goes back: when that clock is put back, this one goes on from where it
 * was. A clock that is put forward is believed. Only differences of its times mean anything. Thread-safe.
 */
public final class SteadyClock extends Clock {
    private final Clock clock;
    private Instant last;
    private Duration ahead = Duration.ZERO;

    public SteadyClock(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    @Override
    public synchronized Instant instant() {
        Instant now = clock.instant();
        if (now.isBefore(last)) {
            ahead = ahead.plus(Duration.between(now, last));
        }
        last = now;
        return now.plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(clock.withZone(zone));
    }
}
