package io.fairlead.application.throttling;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.fixture.SomeMoments;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A quota a minute refills with every moment, not with every minute. */
class RateLimitTest {
    private final SettableClock clock = SettableClock.at(SomeMoments.NOW);
    private final AtomicReference<OptionalInt> quota = new AtomicReference<>(OptionalInt.of(60));
    private final RateLimit limit = new RateLimit("things", quota::get, clock);

    @Test
    void takeShouldAllowAMinutesWorthAtOnceAndThenOneAtATime() {
        assertThat(taken(100)).isEqualTo(60);
        clock.advance(Duration.ofMillis(999));
        assertThat(taken(5)).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(taken(5)).isEqualTo(1);
        clock.advance(Duration.ofHours(5));
        assertThat(taken(100)).isEqualTo(60);
    }

    @ParameterizedTest(name = "{0} a minute, {1} ms after the last")
    @CsvSource({
        "60, 0, 1",
        "60, 900, 1",
        "20, 0, 3",
        "20, 900, 3",
        "20, 1000, 2",
        "1, 0, 60",
        "1, 59001, 1",
        "1000, 0, 1"
    })
    void refusalShouldSayInWholeSecondsWhenToComeBack(int perMinute, long millisLater, String seconds) {
        quota.set(OptionalInt.of(perMinute));
        taken(perMinute);
        clock.advance(Duration.ofMillis(millisLater * (perMinute > 60 ? 0 : 1)));
        Problem refusal = refusal();
        assertThat(refusal.kind()).isEqualTo(Problem.Kind.THROTTLED);
        assertThat(refusal.facts()).containsEntry(Throttled.RETRY_AFTER, seconds);
        clock.advance(Duration.ofSeconds(Long.parseLong(seconds)));
        assertThat(taken(1)).as("who comes back as told is let in").isEqualTo(1);
    }

    @Test
    void takeShouldNeverRefuseWhenOff() {
        quota.set(OptionalInt.empty());
        assertThat(taken(10_000)).isEqualTo(10_000);
        limit.giveBack();
        limit.demandRoom();
    }

    @Test
    void quotaShouldHoldFromTheMomentItIsChanged() {
        assertThat(taken(10)).isEqualTo(10);
        quota.set(OptionalInt.of(5));
        assertThat(taken(100)).isEqualTo(5);
        quota.set(OptionalInt.of(6000));
        clock.advance(Duration.ofSeconds(1));
        assertThat(taken(1000)).isEqualTo(100);
    }

    @Test
    void giveBackShouldLetAnotherInAndNeverMoreThanTheQuota() {
        taken(60);
        limit.giveBack();
        assertThat(taken(5)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        limit.giveBack();
        limit.giveBack();
        assertThat(taken(100)).isEqualTo(60);
    }

    @Test
    void demandRoomShouldTakeNothing() {
        taken(59);
        limit.demandRoom();
        limit.demandRoom();
        assertThat(taken(5)).isEqualTo(1);
        assertThat(refusal().facts()).containsKey(Throttled.RETRY_AFTER);
    }

    @Test
    void clockThatIsPutBackShouldNeitherGiveAwayNorStopAnything() {
        taken(60);
        clock.advance(Duration.ofSeconds(-3600));
        assertThat(taken(5)).isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(taken(5)).isEqualTo(2);
    }

    @Test
    void clockThatIsPutForthShouldGiveNoMoreThanAMinutesWorth() {
        taken(60);
        clock.advance(Duration.ofHours(1));
        assertThat(taken(100)).isEqualTo(60);
        clock.advance(Duration.ofHours(-1));
        assertThat(taken(100)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(taken(100)).isEqualTo(1);
    }

    @Test
    void noMoreThanTheQuotaShouldPassHoweverRequestsCome() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        long passed = 0;
        Duration time = Duration.ZERO;
        for (int i = 0; i < 20_000; i++) {
            Duration step = Duration.ofNanos(random.nextInt(400_000_000));
            clock.advance(step);
            time = time.plus(step);
            passed += taken(random.nextInt(4));
        }
        double most = 60 + time.toNanos() / 1e9;
        assertThat((double) passed).as("seed %d", seed).isBetween(most * 0.95, most + 1e-3);
    }

    private long taken(int tries) {
        return IntStream.range(0, tries).filter(i -> isTaken()).count();
    }

    private boolean isTaken() {
        try {
            limit.take();
            return true;
        } catch (ProvisioningException refused) {
            return false;
        }
    }

    private Problem refusal() {
        try {
            limit.demandRoom();
        } catch (ProvisioningException refused) {
            return refused.problem();
        }
        throw new AssertionError("there was room");
    }
}
