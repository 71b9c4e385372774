package io.fairlead.application.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hub that refuses is kept busy, and not asked much more than it takes, whatever the operations are like. */
class PaceSimulationTest {
    private static final int LEARNT = 60;
    private static final int END = 240;

    private final long seed = Long.getLong("fairlead.pace.seed", new Random().nextLong());

    @ParameterizedTest(name = "{0} calls/s, {1} at once, {2} calls an operation, Retry-After {3} s, {4} nodes")
    @CsvSource({
        "2, 20, 1, 1, 1",
        "2, 100, 3, 10, 1",
        "10, 20, 1, 1, 1",
        "10, 20, 7, 1, 1",
        "10, 100, 3, 5, 1",
        "50, 50, 1, 1, 1",
        "50, 50, 3, 1, 1",
        "50, 50, 7, 1, 1",
        "50, 500, 3, 1, 1",
        "50, 100, 7, 5, 1",
        "300, 300, 1, 1, 1",
        "300, 300, 7, 1, 1",
        "50, 50, 7, 1, 2",
        "100, 100, 3, 1, 3",
    })
    void hubShouldBeKeptNearWhatItTakes(double rate, double burst, int calls, int retryAfter, int nodes) {
        PaceSimulation simulation = new PaceSimulation(rate, burst, Duration.ofSeconds(retryAfter), nodes, seed);
        simulation.arrive(Duration.ZERO, (int) (rate * END * 1.3 / calls) + 200, calls);
        simulation.run(Duration.ofSeconds(END));
        assertKept(simulation, rate, LEARNT, END);
    }

    /** By an hour, in the middle of the work. */
    @Test
    void clocksThatArePutBackAndForthShouldHarmNobody() {
        PaceSimulation simulation = new PaceSimulation(50, 50, Duration.ofSeconds(1), 2, seed);
        simulation.arrive(Duration.ZERO, 6000, 3);
        simulation.stepClocks(Duration.ofSeconds(80), Duration.ofHours(-1));
        simulation.stepClocks(Duration.ofSeconds(120), Duration.ofHours(1));
        simulation.stepClocks(Duration.ofSeconds(160), Duration.ofHours(1));
        simulation.stepClocks(Duration.ofSeconds(200), Duration.ofHours(-1));
        simulation.run(Duration.ofSeconds(END));
        assertKept(simulation, 50, LEARNT, END);
        assertThat(simulation.taken(80, 120)).as("seed %d", seed).isGreaterThan(40);
        assertThat(simulation.taken(160, 200)).as("seed %d", seed).isGreaterThan(40);
    }

    @Test
    void nodesThatBeginAnewShouldFindTheirPaceAgain() {
        PaceSimulation simulation = new PaceSimulation(50, 50, Duration.ofSeconds(1), 2, seed);
        simulation.arrive(Duration.ZERO, 6000, 3);
        simulation.restartNodes(Duration.ofSeconds(80));
        simulation.run(Duration.ofSeconds(END));
        assertKept(simulation, 50, 80, END);
    }

    @Test
    void hubThatTakesMoreShouldBeFoundOut() {
        PaceSimulation simulation = new PaceSimulation(50, 50, Duration.ofSeconds(1), 1, seed);
        simulation.arrive(Duration.ZERO, 20_000, 3);
        simulation.rescale(Duration.ofSeconds(60), 200);
        simulation.run(Duration.ofSeconds(END));
        assertThat(simulation.taken(180, END)).as("seed %d", seed).isGreaterThan(2 * 50);
        assertThat(simulation.asked(180, END)).as("seed %d", seed).isLessThanOrEqualTo(1.1 * 200);
    }

    @Test
    void hubThatTakesLessShouldBeSpared() {
        PaceSimulation simulation = new PaceSimulation(200, 200, Duration.ofSeconds(1), 1, seed);
        simulation.arrive(Duration.ZERO, 20_000, 3);
        simulation.rescale(Duration.ofSeconds(60), 50);
        simulation.run(Duration.ofSeconds(END));
        assertKept(simulation, 50, 100, END);
    }

    /** The crowd is gone: whoever comes afterwards waits behind nobody, though the hub refused so much. */
    @Test
    void everybodyShouldBeServedAndNobodyWaitBehindThoseWhoAre() {
        PaceSimulation simulation = new PaceSimulation(50, 50, Duration.ofSeconds(1), 3, seed);
        simulation.arrive(Duration.ZERO, 1000, 3);
        // A minute to learn the pace, in which nothing is promised, then 3,000 calls at 0.8 of 50 a second.
        simulation.run(Duration.ofSeconds(LEARNT + 75));
        assertThat(simulation.done()).as("seed %d", seed).isEqualTo(1000);
        simulation.forgetWaits();
        for (int second = 140; second < 230; second++) {
            simulation.arrive(Duration.ofSeconds(second), 1, 3);
        }
        simulation.run(Duration.ofSeconds(250));
        assertThat(simulation.done()).as("seed %d", seed).isEqualTo(1090);
        assertThat(simulation.longestWait()).as("seed %d", seed).isLessThan(Duration.ofSeconds(1));
    }

    private void assertKept(PaceSimulation simulation, double rate, int from, int to) {
        assertThat(simulation.taken(from, to)).as("seed %d", seed).isGreaterThanOrEqualTo(0.8 * rate);
        assertThat(simulation.asked(from, to)).as("seed %d", seed).isLessThanOrEqualTo(1.1 * rate);
    }
}
