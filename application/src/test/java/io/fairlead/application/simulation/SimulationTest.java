package io.fairlead.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A hundred thousand lifetimes from a fixed seed; {@code -Dfairlead.simulation.base=<seed>} plays others, {@code
 * -Dfairlead.simulation.lifetimes=<n>} more or fewer, and {@code -Dfairlead.simulation.seed=<seed>} tells one alone.
 */
class SimulationTest {
    private static final long BASE = Long.getLong("fairlead.simulation.base", 2026_1122_000000L);
    private static final int LIFETIMES = Integer.getInteger("fairlead.simulation.lifetimes", 100_000);
    private static final int FULL = 100_000;
    private static final int LEAST_HITS = 100;
    private static final int TOLD = 3;

    private final StepLedger ledger = new StepLedger();

    @Test
    void everyLifetimeShouldKeepEveryPromise() {
        List<Long> broken = LongStream.range(BASE, BASE + LIFETIMES)
                .parallel()
                .filter(seed -> lifetime(seed).play().isPresent())
                .boxed()
                .toList();

        System.out.println(LIFETIMES + " lifetimes from seed " + BASE);
        System.out.println(ledger.table());
        broken.stream().limit(TOLD).map(seed -> lifetime(seed).tell()).forEach(System.out::println);
        assertThat(broken).as("seeds of lifetimes that broke a promise").isEmpty();
        assertThat(ledger.below(LIFETIMES < FULL ? 0 : LEAST_HITS))
                .as("what was hit less than %s times", LEAST_HITS)
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "fairlead.simulation.seed", matches = "-?[0-9]+")
    void oneLifetimeShouldBeTold() {
        Lifetime one = lifetime(Long.getLong("fairlead.simulation.seed"));

        System.out.println(one.tell());
        assertThat(one.play()).isEmpty();
    }

    private Lifetime lifetime(long seed) {
        return new Lifetime(seed, ledger, UnaryOperator.identity());
    }
}
