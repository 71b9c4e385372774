package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeOperations.fullOperation;
import static io.fairlead.domain.fixture.SomeOperations.fullProgress;
import static io.fairlead.domain.fixture.SomeOperations.someOperation;
import static io.fairlead.domain.fixture.SomeRegistrations.someFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.operation.RegistrationOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store of operations promises to workers that share them. */
public interface OperationClaimContract extends DatabaseUnderTest {
    Duration LEASE = Duration.ofSeconds(30);
    Duration SHORT_OF_LEASE = Duration.ofSeconds(20);
    Duration LONG = Duration.ofHours(1);

    @Test
    default void claimDueShouldReturnNothingWhileTheLeaseLasts() {
        insert(someOperation());
        assertThat(claim()).isEmpty();
        passTime(SHORT_OF_LEASE);
        assertThat(claim()).isEmpty();
    }

    @Test
    default void claimDueShouldReturnTheWholeOperationUnderHigherFenceWhenLeaseEnded() {
        insert(fullOperation());
        passTime(LEASE);
        RegistrationOperation claimed = claim().orElseThrow();
        assertThat(claimed.fence()).isGreaterThan(fullOperation().fence());
        Kept.assertSame(Optional.of(claimed), fenced(fullOperation(), claimed.fence()));
        Kept.assertSame(find(claimed), claimed);
    }

    @Test
    default void claimDueShouldLeaseAnew() {
        insert(someOperation());
        passTime(LEASE);
        RegistrationOperation second = claim().orElseThrow();
        assertThat(claim()).isEmpty();
        passTime(SHORT_OF_LEASE);
        assertThat(claim()).isEmpty();
        passTime(LEASE);
        assertThat(claim().orElseThrow().fence()).isGreaterThan(second.fence());
    }

    @Test
    default void advanceShouldBeRefusedUnderOldFence() {
        insert(someOperation());
        passTime(LEASE);
        RegistrationOperation claimed = claim().orElseThrow();
        assertThat(advance(someOperation().with(fullProgress()), LEASE)).isFalse();
        assertThat(advance(someOperation().assigned(), LEASE)).isFalse();
        Kept.assertSame(find(claimed), claimed);
        assertThat(advance(claimed.with(fullProgress()), LEASE)).isTrue();
        Kept.assertSame(find(claimed), claimed.with(fullProgress()));
    }

    @Test
    default void advanceShouldBeRefusedUnderFenceNobodyWasGiven() {
        insert(someOperation());
        assertThat(advance(fenced(someOperation(), someOperation().fence() + 1), LEASE))
                .isFalse();
    }

    @Test
    default void advanceShouldProlongTheLease() {
        insert(someOperation());
        passTime(SHORT_OF_LEASE);
        assertThat(advance(someOperation().retried(), LEASE)).isTrue();
        passTime(SHORT_OF_LEASE);
        assertThat(claim()).isEmpty();
        passTime(LEASE);
        assertThat(claim()).isPresent();
    }

    @Test
    default void advanceShouldGiveUpAtOnceWhenDueInZero() {
        insert(someOperation());
        assertThat(advance(someOperation().retried(), Duration.ZERO)).isTrue();
        RegistrationOperation claimed = claim().orElseThrow();
        assertThat(claimed.attempts()).isEqualTo(1);
        assertThat(claimed.fence()).isGreaterThan(someOperation().fence());
    }

    @Test
    default void claimDueShouldNeverReturnFinishedOnes() {
        RegistrationOperation failed = someOperation("4.failed");
        insert(someOperation());
        insert(failed);
        advance(someOperation().assigned(), Duration.ZERO);
        advance(failed.failed(someFailure()), Duration.ZERO);
        passTime(LONG);
        assertThat(claim()).isEmpty();
    }

    @Test
    default void claimDueShouldReturnTheLongestDueFirst() {
        insert(someOperation("4.late"), Duration.ofSeconds(40));
        insert(someOperation("4.early"), Duration.ofSeconds(10));
        insert(someOperation("4.middle"), Duration.ofSeconds(20));
        passTime(LONG);
        List<String> order = new ArrayList<>();
        for (Optional<RegistrationOperation> next = claim(); next.isPresent(); next = claim()) {
            order.add(next.get().id().value());
        }
        assertThat(order).containsExactly("4.early", "4.middle", "4.late");
    }

    @Test
    default void claimDueShouldShareOutWithoutDoublesWhenManyClaim() {
        int operations = 5 * Race.RACERS;
        IntStream.range(0, operations).forEach(i -> insert(someOperation("4." + i)));
        passTime(LONG);
        List<RegistrationOperation> claimed = Race.among(Race.RACERS, racer -> claimUntil(operations)).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(claimed)
                .extracting(RegistrationOperation::id)
                .doesNotHaveDuplicates()
                .hasSize(operations);
    }

    @Test
    default void claimDueShouldGiveOneOperationToOneOnlyWhenManyClaim() {
        insert(someOperation());
        passTime(LEASE);
        List<Optional<RegistrationOperation>> claims = Race.among(Race.RACERS, racer -> claim());
        assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    default void claimersShouldNeverShareFenceWhenLeasesAreZero() {
        insert(someOperation(), Duration.ZERO);
        List<Long> fences = Race.among(Race.RACERS, racer -> fences(5)).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(fences).isNotEmpty().doesNotHaveDuplicates();
        assertThat(find(someOperation()).orElseThrow().fence())
                .isEqualTo(fences.stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    @Test
    default void advanceAndClaimShouldNotBothSucceedWhenTheyRace() {
        insert(someOperation());
        passTime(LEASE);
        List<Boolean> won =
                Race.among(2, racer -> racer == 0 ? advance(someOperation().retried(), LONG) : claim().isPresent());
        assertThat(won).containsOnlyOnce(true);
        assertThat(find(someOperation()).orElseThrow().attempts()).isEqualTo(won.get(0) ? 1 : 0);
    }

    /** Claims until nothing is due; a claim that lost a race may come back empty-handed early, so it asks that often. */
    private List<RegistrationOperation> claimUntil(int tries) {
        List<RegistrationOperation> mine = new ArrayList<>();
        IntStream.range(0, tries).forEach(i -> claim().ifPresent(mine::add));
        return mine;
    }

    private List<Long> fences(int tries) {
        List<Long> mine = new ArrayList<>();
        for (int i = 0; i < tries; i++) {
            this.<Optional<RegistrationOperation>>doing(
                            stores -> stores.operations().claimDue("node-2", Duration.ZERO))
                    .ifPresent(operation -> mine.add(operation.fence()));
        }
        return mine;
    }

    private static RegistrationOperation fenced(RegistrationOperation it, long fence) {
        return new RegistrationOperation(
                it.id(),
                it.registrationId(),
                it.entry(),
                it.request(),
                it.status(),
                it.progress(),
                fence,
                it.attempts(),
                it.createdAt(),
                it.failure(),
                it.webhook(),
                it.deferral());
    }

    private void insert(RegistrationOperation operation) {
        insert(operation, LEASE);
    }

    private void insert(RegistrationOperation operation, Duration lease) {
        does(stores -> stores.operations().insert(operation, "node-1", lease));
    }

    private boolean advance(RegistrationOperation operation, Duration dueIn) {
        return doing(stores -> stores.operations().advance(operation, dueIn));
    }

    private Optional<RegistrationOperation> claim() {
        return doing(stores -> stores.operations().claimDue("node-2", LEASE));
    }

    private Optional<RegistrationOperation> find(RegistrationOperation operation) {
        return seen(stores -> stores.operations().find(operation.id()));
    }
}
