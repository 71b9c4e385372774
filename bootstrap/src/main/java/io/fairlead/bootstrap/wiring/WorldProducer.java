package io.fairlead.bootstrap.wiring;

import io.fairlead.application.port.IdSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Time and randomness, from where everybody gets them. */
@ApplicationScoped
public class WorldProducer {

    @Produces
    @Singleton
    Clock clock() {
        return new MicrosecondClock(Clock.systemUTC());
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
