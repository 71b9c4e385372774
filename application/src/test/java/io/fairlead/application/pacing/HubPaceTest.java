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
            assertThat(pace.admit("t" + i, Turn.NEW, NOW)).isZero();
        }
        assertThat(pace.expected(NOW)).isZero();
    }

    @Test
    void admitShouldGiveEachItsOwnSlotWhenTheBucketIsEmpty() {
        HubPace pace = new HubPace(10, 2, NOW);
        assertThat(pace.admit("a", Turn.NEW, NOW)).isZero();
        assertThat(pace.admit("b", Turn.NEW, NOW)).isZero();
        assertThat(pace.admit("c", Turn.NEW, NOW)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.admit("d", Turn.NEW, NOW)).isEqualTo(Duration.ofMillis(200));
        assertThat(pace.admit("c", Turn.NEW, NOW))
                .as("asked again it keeps its slot")
                .isEqualTo(Duration.ofMillis(100));
        assertThat(pace.expected(NOW)).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void admitShouldLetNobodyOvertakeTheQueue() {
        HubPace pace = new HubPace(10, 1, NOW);
        pace.admit("first", Turn.NEW, NOW);
        pace.admit("queued", Turn.NEW, NOW);
        Instant later = NOW.plusMillis(150);
        assertThat(pace.admit("newcomer", Turn.NEW, later)).isPositive();
        assertThat(pace.admit("queued", Turn.NEW, later)).isZero();
        assertThat(pace.wait("queued", later)).isEmpty();
    }

    @Test
    void followShouldGoAtOnceAndBePaidForByThoseWhoComeLater() {
        HubPace pace = new HubPace(10, 1, NOW);
        assertThat(pace.admit("mover", Turn.NEW, NOW)).isZero();
        for (int call = 0; call < 7; call++) {
            assertThat(pace.follow("mover", NOW)).isZero();
        }
        assertThat(pace.admit("next", Turn.NEW, NOW)).isPositive();
        assertThat(pace.expected(NOW.plusSeconds(1))).isPositive();
    }

    @Test
    void throttledShouldStopEverybodyUntilTheHubWantsMore() {
        HubPace pace = unlimited();
        pace.admit("a", Turn.NEW, NOW);
        pace.throttled(Optional.of(Duration.ofSeconds(5)), NOW, NOW);
        assertThat(pace.follow("a", NOW.plusSeconds(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
        assertThat(pace.admit("b", Turn.NEW, NOW.plusSeconds(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
        assertThat(pace.wait("b", NOW.plusSeconds(1)).orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    }

    /** A hub that could not take a hundred a second gets fewer afterwards, and all again when it was quiet for a while. */
    @Test
    void throttledShouldSlowDownForAWhile() {
        HubPace pace = unlimited();
        for (int i = 0; i < 100; i++) {
            pace.admit("t" + i, Turn.NEW, NOW);
        }
        pace.throttled(Optional.of(Duration.ofSeconds(1)), NOW, NOW);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            waits.add(pace.admit("w" + i, Turn.NEW, NOW));
        }
        assertThat(waits).doesNotHaveDuplicates().isSorted();
        assertThat(waits.get(69)).isBetween(Duration.ofMillis(1700), Duration.ofMillis(1800));
        Instant quiet = NOW.plusSeconds(200);
        assertThat(pace.admit("z", Turn.NEW, quiet)).isZero();
        assertThat(pace.expected(quiet)).isLessThan(Duration.ofMillis(20));
    }

    @Test
    void throttledShouldMoveThoseWhoWaitBehindTheTimeThatTheHubAsksFor() {
        HubPace pace = new HubPace(10, 1, NOW);
        pace.admit("a", Turn.NEW, NOW);
        pace.admit("b", Turn.NEW, NOW);
        pace.throttled(Optional.of(Duration.ofSeconds(3)), NOW, NOW);
        assertThat(pace.admit("b", Turn.NEW, NOW.plusMillis(200))).isGreaterThan(Duration.ofSeconds(2));
        assertThat(pace.admit("b", Turn.NEW, NOW.plusMillis(3300))).isZero();
    }

    @Test
    void throttledShouldLetThoseWhoWaitGoOneAfterTheOther() {
        HubPace pace = new HubPace(10, 1, NOW);
        for (int i = 0; i < 20; i++) {
            pace.admit("t" + i, Turn.NEW, NOW);
        }
        pace.throttled(Optional.of(Duration.ofSeconds(5)), NOW, NOW);
        List<Duration> waits = new ArrayList<>();
        for (int i = 1; i < 20; i++) {
            waits.add(pace.admit("t" + i, Turn.NOW, NOW.plusSeconds(2)));
        }
        assertThat(waits)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(wait -> wait.compareTo(Duration.ofSeconds(3)) > 0);
    }

    @Test
    void slotTakenAnewShouldStandBehindTheOthers() {
        HubPace pace = new HubPace(1, 1, NOW);
        pace.admit("a", Turn.NEW, NOW);
        for (int i = 0; i < 200; i++) {
            pace.admit("t" + i, Turn.NEW, NOW);
        }
        Instant late = NOW.plusSeconds(150);
        for (Instant now = NOW; now.isBefore(late); now = now.plusSeconds(1)) {
            pace.admit("t" + Duration.between(NOW, now).toSeconds(), Turn.NOW, now.plusMillis(1100));
        }
        assertThat(pace.wait("t199", late)).contains(Duration.ofSeconds(50));
        assertThat(pace.wait("t0", late)).as("it has gone").isEmpty();
        assertThat(pace.admit("t0", Turn.NEW, late)).isGreaterThan(Duration.ofSeconds(50));
    }

    /** At another node, or after a restart: it waited there, and nobody here knows of it. */
    @Test
    void whoeverHasWaitedElsewhereShouldGoBeforeNewcomers() {
        HubPace pace = new HubPace(1, 1, NOW);
        pace.admit("a", Turn.NEW, NOW);
        for (int i = 0; i < 100; i++) {
            pace.admit("t" + i, Turn.NEW, NOW);
        }
        Duration wait = pace.admit("elsewhere", Turn.NOW, NOW);
        assertThat(wait).isLessThan(Duration.ofSeconds(2));
        assertThat(pace.admit("elsewhere", Turn.NOW, NOW.plus(wait))).isZero();
    }

    /** Everybody of a crowd was told to wait, and then none of them comes back. */
    @Test
    void nobodyShouldWaitBehindThoseWhoDoNotComeBack() {
        HubPace pace = new HubPace(10, 1, NOW);
        for (int i = 0; i < 1000; i++) {
            pace.admit("t" + i, Turn.NEW, NOW);
        }
        IntStream.range(0, 1000).forEach(i -> pace.leave("t" + i));
        assertThat(pace.admit("newcomer", Turn.NEW, NOW.plusSeconds(1))).isZero();
    }

    /** A limit that was only tried out is forgotten with all who waited because of it. */
    @Test
    void hubThatTakesEverythingAgainShouldKeepNobodysPlace() {
        HubPace pace = unlimited();
        pace.throttled(Optional.of(Duration.ofSeconds(1)), NOW, NOW);
        Instant now = NOW;
        for (int i = 0; i < 3_000_000; i++) {
            now = now.plus(Duration.ofNanos(50_000));
            pace.admit("t" + i % 1000, Turn.NOW, now);
        }
        for (int i = 0; i < 10_000; i++) {
            assertThat(pace.admit("n" + i, Turn.NEW, now)).isZero();
        }
        pace.throttled(Optional.of(Duration.ofSeconds(1)), now, now);
        assertThat(pace.admit("first", Turn.NEW, now)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whoeverComesByEarlyShouldGoWhenNobodyElseDoes() {
        HubPace pace = new HubPace(10, 1, NOW);
        pace.admit("a", Turn.NEW, NOW);
        assertThat(pace.admit("early", Turn.after(Duration.ofMinutes(3)), NOW)).isEqualTo(Duration.ofMinutes(3));
        assertThat(pace.admit("early", Turn.after(Duration.ofMinutes(3)), NOW.plusMillis(100)))
                .isZero();
    }

    @Test
    void callsThatWereUnderWayTogetherShouldCountAsOneRefusal() {
        HubPace pace = unlimited();
        for (int i = 0; i < 1000; i++) {
            pace.admit("t" + i, Turn.NEW, NOW);
        }
        for (int i = 0; i < 16; i++) {
            pace.throttled(Optional.of(Duration.ofSeconds(1)), NOW, NOW.plusMillis(10 + i));
        }
        Instant open = NOW.plusSeconds(2);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            waits.add(pace.admit("w" + i, Turn.NEW, open));
        }
        assertThat(waits.get(89)).isLessThan(Duration.ofMillis(200));
    }

    @Test
    void memoryShouldBeBounded() {
        HubPace pace = new HubPace(1, 1, NOW);
        for (int i = 0; i < 200_000; i++) {
            pace.admit("t" + i, Turn.NEW, NOW);
        }
        assertThat(pace.wait("t49999", NOW)).isPresent();
        assertThat(pace.wait("t50001", NOW)).as("not remembered").isEmpty();
        List<Duration> beyond = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            beyond.add(pace.admit("t" + (100_000 + i), Turn.NEW, NOW));
        }
        assertThat(beyond).as("they do not all come at once").doesNotHaveDuplicates();
        assertThat(beyond.get(0)).isGreaterThan(Duration.ofSeconds(49_000));
    }

    @Test
    void throttledShouldBelieveNoEndlessWait() {
        HubPace pace = unlimited();
        pace.throttled(Optional.of(Duration.ofDays(365)), NOW, NOW);
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
            waiting.removeIf(ticket -> pace.admit(ticket, Turn.NEW, at).isZero());
            assertThat(before - waiting.size()).isLessThanOrEqualTo(56);
            seconds++;
        }
        assertThat(seconds).isBetween(9, 13);
    }

    @Test
    void slotThatNobodyComesBackForShouldBeForgotten() {
        HubPace pace = new HubPace(10, 1, NOW);
        pace.admit("a", Turn.NEW, NOW);
        pace.admit("gone", Turn.NEW, NOW);
        assertThat(pace.admit("b", Turn.NEW, NOW.plusSeconds(120))).isZero();
    }

    private static HubPace unlimited() {
        return new HubPace(Double.POSITIVE_INFINITY, 1, NOW);
    }
}
