package io.fairlead.application.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.fixture.SomeMoments;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quota of records is kept without counting them all each time. */
class RecordRoomTest {
    private final SettableClock clock = SettableClock.at(SomeMoments.NOW);
    private final AtomicReference<OptionalInt> quota = new AtomicReference<>(OptionalInt.of(1000));
    private int records;
    private int counts;

    @ParameterizedTest(name = "{0} nodes")
    @ValueSource(ints = {1, 2, 4})
    void quotaShouldBeFilledAndNeverPassed(int nodes) {
        RecordRoom[] rooms = new RecordRoom[nodes];
        IntStream.range(0, nodes).forEach(node -> rooms[node] = room());
        for (int i = 0; i < 5000; i++) add(rooms[i % nodes]);
        assertThat(records).isEqualTo(1000);
    }

    @Test
    void fewCountsShouldBeNeeded() {
        RecordRoom room = room();
        for (int i = 0; i < 1000; i++) add(room);
        assertThat(counts).isLessThan(40);
    }

    @Test
    void refusalShouldSayWhatToDo() {
        records = 1000;
        assertThatThrownBy(() -> room().demand(() -> records))
                .isInstanceOfSatisfying(ProvisioningException.class, refused -> {
                    assertThat(refused.problem().facts()).containsEntry(Throttled.RETRY_AFTER, "60");
                    assertThat(refused.problem().detail()).contains("the quota of 1000 things is used up");
                });
    }

    @Test
    void refusalsShouldNotCountTheTableAgain() {
        RecordRoom room = room();
        records = 1000;
        for (int i = 0; i < 5000; i++) assertThat(add(room)).isFalse();
        assertThat(counts).isEqualTo(1);
    }

    @Test
    void roomShouldBeFoundAgainAtOnceWhenRecordsAreDeletedHere() {
        RecordRoom room = room();
        records = 1000;
        assertThat(add(room)).isFalse();
        records = 990;
        room.freed();
        assertThat(add(room)).isTrue();
    }

    @Test
    void roomShouldBeFoundAgainWithinSecondsWhenRecordsAreDeletedElsewhere() {
        RecordRoom room = room();
        records = 1000;
        assertThat(add(room)).isFalse();
        records = 990;
        clock.advance(Duration.ofSeconds(10));
        assertThat(add(room)).isTrue();
    }

    @Test
    void deletingShouldNotMakeFreeRoomBeCountedAgain() {
        RecordRoom room = room();
        for (int i = 0; i < 100; i++) {
            assertThat(add(room)).isTrue();
            room.freed();
        }
        assertThat(counts).isEqualTo(1);
    }

    @Test
    void clockThatIsPutBackShouldNotKeepAFullRoomClosed() {
        RecordRoom room = room();
        records = 1000;
        clock.advance(Duration.ofHours(1));
        assertThat(add(room)).isFalse();
        clock.advance(Duration.ofHours(-1));
        assertThat(add(room)).isFalse();
        records = 990;
        clock.advance(Duration.ofSeconds(10));
        assertThat(add(room)).isTrue();
    }

    @Test
    void countShouldBeForgottenAfterAWhileAndWithAnotherQuota() {
        RecordRoom room = room();
        add(room);
        records = 1000;
        clock.advance(Duration.ofMinutes(1));
        assertThat(add(room)).isFalse();
        quota.set(OptionalInt.of(1500));
        records = 1;
        assertThat(add(room)).isTrue();
        quota.set(OptionalInt.of(2));
        assertThat(add(room)).isFalse();
        quota.set(OptionalInt.empty());
        assertThat(add(room)).isTrue();
    }

    private RecordRoom room() {
        return new RecordRoom("things", quota::get, clock);
    }

    private boolean add(RecordRoom room) {
        try {
            room.demand(() -> {
                counts++;
                return records;
            });
        } catch (ProvisioningException full) {
            return false;
        }
        records++;
        return true;
    }
}
