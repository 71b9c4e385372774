package io.fairlead.bootstrap.wiring;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The system's time in UTC, cut to microseconds, which is what the databases keep: what is answered is what is stored.
 * {@link Clock#tick} cannot do it: its {@code millis()} divides by zero when the tick is below a millisecond.
 */
final class MicrosecondClock extends Clock {
    private final Clock system;

    MicrosecondClock(Clock system) {
        this.system = system;
    }

    @Override
    public Instant instant() {
        return system.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public long millis() {
        return system.millis();
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MicrosecondClock(system.withZone(zone));
    }
}
