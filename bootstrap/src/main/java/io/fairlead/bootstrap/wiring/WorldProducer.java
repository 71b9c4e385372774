package io.fairlead.bootstrap.wiring;

import io.fairlead.application.port.IdSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Time and randomness, from where everybody gets them. */
@ApplicationScoped
public class WorldProducer {

    /** Ticks in microseconds, which is what the databases keep. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    IdSource ids(SecureRandom random) {
        return new RandomIds(random);
    }
}
