package io.fairlead.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.HubRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the simulation is worth: with a bug planted, lifetimes break the promise that the bug is about. */
class PlantedBugTest {
    private static final int LIFETIMES = 2_000;

    @Test
    void simulationShouldSeeADeviceRemovedBeforeTheCommit() {
        assertThat(broken(RemovesBeforeCommit::new))
                .as("seeds 0 to %s", LIFETIMES)
                .anyMatch(promise -> promise.startsWith("I1: the device on record was removed"));
    }

    @Test
    void simulationShouldSeeThatNobodyLooksAgain() {
        assertThat(broken(LooksOnce::new))
                .as("seeds 0 to %s", LIFETIMES)
                .anyMatch(promise -> promise.startsWith("I1: removed, and its"));
    }

    private static List<String> broken(UnaryOperator<HubRegistry> planted) {
        return LongStream.range(0, LIFETIMES)
                .mapToObj(seed -> new Lifetime(seed, new StepLedger(), planted).play())
                .flatMap(Optional::stream)
                .toList();
    }
}
