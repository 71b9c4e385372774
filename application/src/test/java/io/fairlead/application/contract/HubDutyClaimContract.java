package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeDuties.fullDuty;
import static io.fairlead.domain.fixture.SomeDuties.someDuty;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.operation.HubDuty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store of hub duties promises to workers that share them. */
public interface HubDutyClaimContract extends DatabaseUnderTest {
    Duration LEASE = Duration.ofSeconds(30);
    Duration SHORT_OF_LEASE = Duration.ofSeconds(20);
    Duration LONG = Duration.ofHours(1);

    @Test
    default void claimDueShouldReturnNothingBeforeItsTime() {
        insert(someDuty("duty-1"), LEASE);
        assertThat(claimDue()).isEmpty();
        passTime(SHORT_OF_LEASE);
        assertThat(claimDue()).isEmpty();
    }

    @Test
    default void claimDueShouldReturnTheWholeDutyUnderHigherFence() {
        insert(fullDuty(), Duration.ZERO);
        HubDuty claimed = claimDue().orElseThrow();
        assertThat(claimed.fence()).isGreaterThan(fullDuty().fence());
        Kept.assertSame(
                Optional.of(claimed),
                changed(fullDuty(), fullDuty().attempts(), fullDuty().lastError(), claimed.fence()));
        Kept.assertSame(find("duty-full"), claimed);
    }

    @Test
    default void claimDueShouldReturnDutyAgainWhenLeaseEnded() {
        insert(someDuty("duty-1"), Duration.ZERO);
        HubDuty first = claimDue().orElseThrow();
        assertThat(claimDue()).isEmpty();
        passTime(LEASE);
        HubDuty second = claimDue().orElseThrow();
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(finish(first)).isFalse();
        assertThat(postpone(first, Duration.ZERO)).isFalse();
        Kept.assertSame(find("duty-1"), second);
        assertThat(finish(second)).isTrue();
        assertThat(find("duty-1")).isEmpty();
    }

    @Test
    default void claimDueShouldReturnTheLongestDueFirst() {
        insert(someDuty("late"), Duration.ofSeconds(40));
        insert(someDuty("early"), Duration.ofSeconds(10));
        insert(someDuty("middle"), Duration.ofSeconds(20));
        passTime(LONG);
        assertThat(claimAllDue()).extracting(HubDuty::id).containsExactly("early", "middle", "late");
    }

    @Test
    default void claimDueShouldNeverReturnConflict() {
        insert(someDuty("duty-1", HubDuty.Kind.CONFLICT), Duration.ZERO);
        passTime(LONG);
        assertThat(claimDue()).isEmpty();
    }

    @Test
    default void claimShouldNotWaitForTheTime() {
        insert(someDuty("duty-1"), LONG);
        HubDuty first = claim("duty-1").orElseThrow();
        HubDuty second = claim("duty-1").orElseThrow();
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(finish(first)).isFalse();
        assertThat(claim("duty-2")).isEmpty();
        passTime(LEASE);
        assertThat(claimDue()).isPresent();
    }

    @Test
    default void finishShouldRemoveThisDutyOnly() {
        insert(someDuty("duty-1"), LONG);
        insert(someDuty("duty-2"), LONG);
        HubDuty claimed = claim("duty-1").orElseThrow();
        assertThat(finish(claimed)).isTrue();
        assertThat(finish(claimed)).isFalse();
        assertThat(find("duty-2")).isPresent();
    }

    @Test
    default void postponeShouldKeepAttemptsAndErrorAndTheNewTime() {
        insert(someDuty("duty-1"), Duration.ZERO);
        HubDuty claimed = claimDue().orElseThrow();
        assertThat(postpone(claimed.postponed("no answer"), LONG)).isTrue();
        Kept.assertSame(find("duty-1"), changed(claimed, 1, Optional.of("no answer"), claimed.fence()));
        passTime(LEASE);
        assertThat(claimDue()).isEmpty();
        passTime(LONG);
        assertThat(claimDue().orElseThrow().attempts()).isEqualTo(1);
    }

    @Test
    default void postponeShouldBeRefusedWhenGone() {
        assertThat(postpone(someDuty("duty-1"), Duration.ZERO)).isFalse();
        assertThat(find("duty-1")).isEmpty();
    }

    @Test
    default void ofShouldStillReturnOldestFirstAfterClaims() {
        insert(someDuty("old"), Duration.ZERO);
        passTime(Duration.ofSeconds(1));
        insert(someDuty("new"), LONG);
        claimDue().ifPresent(old -> postpone(old.postponed("no answer"), LONG));
        List<HubDuty> duties =
                seen(stores -> stores.hubDuties().of(someDuty("old").registrationId()));
        assertThat(duties).extracting(HubDuty::id).containsExactly("old", "new");
    }

    @Test
    default void claimDueShouldShareOutWithoutDoublesWhenManyClaim() {
        int duties = 5 * Race.RACERS;
        IntStream.range(0, duties).forEach(i -> insert(someDuty("duty-" + i), Duration.ZERO));
        List<HubDuty> claimed = Race.among(Race.RACERS, racer -> claims(duties)).stream()
                .flatMap(List::stream)
                .toList();
        assertThat(claimed).extracting(HubDuty::id).doesNotHaveDuplicates().hasSize(duties);
    }

    @Test
    default void claimShouldNeverShareFenceWhenManyClaimOneDuty() {
        insert(someDuty("duty-1"), LONG);
        List<Long> fences =
                Race.among(Race.RACERS, racer -> claim("duty-1").orElseThrow().fence());
        assertThat(fences).doesNotHaveDuplicates();
        long last = fences.stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(find("duty-1").orElseThrow().fence()).isEqualTo(last);
    }

    private List<HubDuty> claims(int tries) {
        List<HubDuty> mine = new ArrayList<>();
        IntStream.range(0, tries).forEach(i -> claimDue().ifPresent(mine::add));
        return mine;
    }

    private List<HubDuty> claimAllDue() {
        List<HubDuty> all = new ArrayList<>();
        for (Optional<HubDuty> next = claimDue(); next.isPresent(); next = claimDue()) {
            all.add(next.get());
        }
        return all;
    }

    private static HubDuty changed(HubDuty it, int attempts, Optional<String> lastError, long fence) {
        return new HubDuty(
                it.id(),
                it.registrationId(),
                it.place(),
                it.kind(),
                it.incarnation(),
                it.operation(),
                it.status(),
                it.movedTo(),
                attempts,
                lastError,
                it.conflict(),
                fence);
    }

    private void insert(HubDuty duty, Duration dueIn) {
        does(stores -> stores.hubDuties().insert(duty, dueIn));
    }

    private Optional<HubDuty> claimDue() {
        return doing(stores -> stores.hubDuties().claimDue("node-2", LEASE));
    }

    private Optional<HubDuty> claim(String id) {
        return doing(stores -> stores.hubDuties().claim(id, "node-2", LEASE));
    }

    private boolean finish(HubDuty duty) {
        return doing(stores -> stores.hubDuties().finish(duty));
    }

    private boolean postpone(HubDuty duty, Duration dueIn) {
        return doing(stores -> stores.hubDuties().postpone(duty, dueIn));
    }

    private Optional<HubDuty> find(String id) {
        return seen(stores -> stores.hubDuties().find(id));
    }
}
