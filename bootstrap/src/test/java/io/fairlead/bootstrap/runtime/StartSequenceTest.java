package io.fairlead.bootstrap.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartSequenceTest {

    private final List<String> calls = new ArrayList<>();

    @Test
    void stopShouldEndPartsInReverseAndOnlyOnce() {
        StartSequence sequence = new StartSequence(List.of(part("database"), part("timer")));

        sequence.start();
        sequence.stop();
        sequence.stop();

        assertThat(calls).containsExactly("start database", "start timer", "stop timer", "stop database");
    }

    @Test
    void startShouldTakeEarlierPartsDownAgainWhenOneFails() {
        StartSequence sequence =
                new StartSequence(List.of(part("database"), part("hubs"), failing("timer"), part("never")));

        assertThatThrownBy(sequence::start).isInstanceOf(StartProblem.class).hasMessage("timer cannot start");

        assertThat(calls).containsExactly("start database", "start hubs", "start timer", "stop hubs", "stop database");
    }

    @Test
    void stopShouldGoOnWhenAPartFailsToStop() {
        StartSequence sequence = new StartSequence(List.of(part("database"), failingToStop("timer")));
        sequence.start();

        sequence.stop();

        assertThat(calls).endsWith("stop timer", "stop database");
    }

    @Test
    void notServingShouldNameTheFirstPartThatDoesNotServe() {
        assertThat(new StartSequence(List.of(part("database"), part("timer"))).notServing())
                .isEmpty();
        assertThat(new StartSequence(List.of(part("database"), down("hubs"), down("timer"))).notServing())
                .contains("hubs");
    }

    private ServicePart part(String name) {
        return new Recorded(name) {};
    }

    private ServicePart failing(String name) {
        return new Recorded(name) {
            @Override
            public void start() {
                super.start();
                throw new StartProblem(name() + " cannot start", null);
            }
        };
    }

    private ServicePart failingToStop(String name) {
        return new Recorded(name) {
            @Override
            public void stop() {
                super.stop();
                throw new IllegalStateException("stuck");
            }
        };
    }

    private ServicePart down(String name) {
        return new Recorded(name) {
            @Override
            public boolean isServing() {
                return false;
            }
        };
    }

    private class Recorded implements ServicePart {

        private final String name;

        Recorded(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start() {
            calls.add("start " + name);
        }

        @Override
        public void stop() {
            calls.add("stop " + name);
        }
    }
}
