package io.fairlead.architecture.bad.domain;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Breaks rule 24: chance is handed in. */
public final class ThrowsDice {
    Object[] roll() {
        return new Object[] {
            UUID.randomUUID(),
            Math.random(),
            new Random(),
            new SecureRandom(),
            ThreadLocalRandom.current(),
            RandomGenerator.getDefault()
        };
    }
}
