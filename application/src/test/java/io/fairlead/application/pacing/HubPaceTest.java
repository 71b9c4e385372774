package io.fairlead.application.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.fixture.SomeMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubPaceTest {
    private static final Instant NOW = SomeMoments.NOW;

    @Test
    void admitShouldLetEverybodyGoWhenNothingIsSet() {
        HubPace pace = unlimited();
        for (int i = 0; i < 10_000; i++) {
            assertThat(pace.admit("t" + i, NOW)).isZero();
        }
        assertThat(pace.expected(NOW)).isZero();
    }

    @Test
    void admitShouldGiveEachItsOwnSlotWhenTheBucketIsEmpty() {
        HubPace pace = new HubPace(10, 2, NOW);
        assertThat(pace.admit("a", NOW)).isZero();
        assertThat(pace.admit("b", NOW)).isZero();
        assertThat(pace.admit("c", NOW)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.admit("d", NOW)).isEqualTo(Duration.ofMillis(200));
        assertThat(pace.admit("c", NOW)).as("asked again it keeps its slot").isEqualTo(Duration.ofMillis(100));
        assertThat(pace.expected(NOW)).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void admitShouldLetNobodyOvertakeTheQueue() {
        HubPace pace = new HubPace(10, 1, NOW);
        pace.admit("first", NOW);
        pace.admit("queued", NOW);
        Instant later = NOW.plusMillis(150);
        assertThat(pace.admit("newcomer", later)).isPositive();
        assertThat(pace.admit("queued", later)).isZero();
        assertThat(pace.isWaiting("queued")).isFalse();
    }

    @Test
    void followShouldGoAtOnceAndBePaidForByThoseWhoComeLater() {
        HubPace pace = new HubPace(10, 1, NOW);
        assertThat(pace.admit("mover", NOW)).isZero();
        for (int call = 0; call < 7; call++) {
            assertThat(pace.follow("mover", NOW)).isZero();
        }
        assertThat(pace.admit("next", NOW)).isPositive();
        assertThat(pace.expected(NOW.plusSeconds(1))).isPositive();
    }

    @Test
    void throttledShouldStopEverybodyUntilTheHubWantsMore() {
        HubPace pace = unlimited();
        pace.admit("a", NOW);
        pace.throttled(Optional.of(Duration.ofSeconds(5)), NOW);
        assertThat(pace.follow("a", NOW.plusSeconds(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
        assertThat(pace.admit("b", NOW.plusSeconds(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
        assertThat(pace.wait("b", NOW.plusSeconds(1)).orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }

    /** A hub that could not take a hundred a second gets fewer afterwards, and all again when it was quiet for a while. */
    @Test
    void throttledShouldSlowDownForAWhile() {
        HubPace pace = unlimited();
        for (int i = 0; i < 100; i++) {
            pace.admit("t" + i, NOW);
        }
        pace.throttled(Optional.of(Duration.ofSeconds(1)), NOW);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            waits.add(pace.admit("w" + i, NOW));
        }
        assertThat(waits).doesNotHaveDuplicates().isSorted();
        assertThat(waits.get(69)).isBetween(Duration.ofMillis(1900), Duration.ofMillis(2100));
        Instant quiet = NOW.plusSeconds(200);
        assertThat(pace.admit("z", quiet)).isZero();
        assertThat(pace.expected(quiet)).isZero();
    }

    @Test
    void throttledShouldMoveThoseWhoWaitBehindTheTimeThatTheHubAsksFor() {
        HubPace pace = new HubPace(10, 1, NOW);
        pace.admit("a", NOW);
        pace.admit("b", NOW);
        pace.throttled(Optional.of(Duration.ofSeconds(3)), NOW);
        assertThat(pace.admit("b", NOW.plusMillis(200))).isGreaterThan(Duration.ofSeconds(2));
        assertThat(pace.admit("b", NOW.plusSeconds(3))).isZero();
    }

    @Test
    void throttledShouldLetThoseWhoWaitGoOneAfterTheOther() {
        HubPace pace = new HubPace(10, 1, NOW);
        for (int i = 0; i < 20; i++) {
            pace.admit("t" + i, NOW);
        }
        pace.throttled(Optional.of(Duration.ofSeconds(5)), NOW);
        Instant again = NOW.plusSeconds(5);
        long atOnce = IntStream.range(1, 20)
                .filter(i -> pace.admit("t" + i, again).isZero())
                .count();
        assertThat(atOnce).isEqualTo(1);
        assertThat(pace.admit("newcomer", again)).isGreaterThan(pace.admit("t19", again));
    }

    @Test
    void slotTakenAnewShouldStandBehindTheOthers() {
        HubPace pace = new HubPace(1, 1, NOW);
        pace.admit("a", NOW);
        for (int i = 0; i < 200; i++) {
            pace.admit("t" + i, NOW);
        }
        Instant late = NOW.plusSeconds(150);
        assertThat(pace.admit("t0", late)).as("its slot was forgotten").isPositive();
        assertThat(pace.isWaiting("t0")).isTrue();
        assertThat(pace.isWaiting("t1")).isFalse();
        assertThat(pace.isWaiting("t199")).isTrue();
    }

    @Test
    void throttledShouldBelieveNoEndlessWait() {
        HubPace pace = unlimited();
        pace.throttled(Optional.of(Duration.ofDays(365)), NOW);
        assertThat(pace.expected(NOW)).isLessThan(Duration.ofMinutes(6));
    }

    /** Every one of a crowd goes, at most so many a second, and none is forgotten. */
    @Test
    void crowdShouldBeServedAtTheRate() {
        HubPace pace = new HubPace(50, 5, NOW);
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            waiting.add("t" + i);
        }
        int seconds = 0;
        for (Instant now = NOW; !waiting.isEmpty(); now = now.plusSeconds(1)) {
            Instant at = now;
            int before = waiting.size();
            waiting.removeIf(ticket -> pace.admit(ticket, at).isZero());
            assertThat(before - waiting.size()).isLessThanOrEqualTo(56);
            seconds++;
        }
        assertThat(seconds).isBetween(9, 13);
    }

    @Test
    void slotThatNobodyComesBackForShouldBeForgotten() {
        HubPace pace = new HubPace(10, 1, NOW);
        pace.admit("a", NOW);
        pace.admit("gone", NOW);
        assertThat(pace.admit("b", NOW.plusSeconds(120))).isZero();
        assertThat(pace.isWaiting("gone")).isFalse();
    }

    private static HubPace unlimited() {
        return new HubPace(Double.POSITIVE_INFINITY, 1, NOW);
    }
}
