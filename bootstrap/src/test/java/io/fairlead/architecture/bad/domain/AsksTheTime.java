package io.fairlead.architecture.bad.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;

/** Breaks rule 23: time is handed in. */
public final class AsksTheTime {
    Object[] ask() {
        return new Object[] {
            Instant.now(),
            LocalDate.now(),
            ZonedDateTime.now(),
            new Date(),
            System.currentTimeMillis(),
            System.nanoTime(),
            Clock.systemUTC()
        };
    }
}
