package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeOperations.fullSnapshot;
import static io.fairlead.domain.fixture.SomeOperations.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.fixture.EveryField;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.StoredSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store of snapshots promises. */
public interface SnapshotStoreContract extends DatabaseUnderTest {

    @Test
    default void findShouldReturnEveryFieldThatWasKept() {
        EveryField.assertSet(fullSnapshot());
        keep(fullSnapshot());
        Kept.assertSame(find(fullSnapshot().operation().value()), fullSnapshot());
    }

    @Test
    default void findShouldReturnNothingOptionalWhenNothingWasKept() {
        StoredSnapshot bare = bare("4.bare", SomeMoments.NOW);
        keep(bare);
        Kept.assertSame(find("4.bare"), bare);
        assertThat(find("4.other")).isEmpty();
    }

    @Test
    default void keepShouldReplaceTheOneOfTheSameOperation() {
        keep(bare("4.same", SomeMoments.NOW));
        StoredSnapshot again = snapshot("4.same", "some-device", SomeMoments.NOW.minusSeconds(5));
        keep(again);
        Kept.assertSame(find("4.same"), again);
        Kept.assertSame(newest("some-device"), again);
    }

    @Test
    default void keepShouldLeaveOneWhenManyRace() {
        Race.among(Race.RACERS, racer -> {
            keep(snapshot("4.same", "some-device", SomeMoments.NOW.plusSeconds(racer)));
            return true;
        });
        assertThat(find("4.same")).isPresent();
        Kept.assertSame(newest("some-device"), find("4.same").orElseThrow());
        assertThat(purge(SomeMoments.TOMORROW, 10)).isEqualTo(1);
    }

    @Test
    default void newestShouldGoByTheTimeTaken() {
        StoredSnapshot newest = snapshot("4.newest", "Some-Device", SomeMoments.NOW);
        keep(snapshot("4.older", "some-device", SomeMoments.NOW.minusSeconds(10)));
        keep(newest);
        keep(snapshot("4.oldest", "some-device", SomeMoments.NOW.minusSeconds(20)));
        keep(snapshot("4.other", "some-device-2", SomeMoments.NOW.plusSeconds(10)));
        Kept.assertSame(newest("SOME-DEVICE"), newest);
        assertThat(newest("some-devic")).isEmpty();
    }

    @Test
    default void purgeShouldRemoveOldOnesOnly() {
        keep(snapshot("4.old", "some-device", SomeMoments.NOW.minusSeconds(1)));
        keep(snapshot("4.young", "other", SomeMoments.NOW));
        assertThat(purge(SomeMoments.NOW, 10)).isEqualTo(1);
        assertThat(find("4.old")).isEmpty();
        assertThat(newest("some-device")).isEmpty();
        assertThat(find("4.young")).isPresent();
    }

    @Test
    default void purgeShouldStopAtTheLimit() {
        for (int i = 0; i < 5; i++) {
            keep(snapshot("4." + i, "some-device", SomeMoments.NOW));
        }
        assertThat(List.of(
                        purge(SomeMoments.TOMORROW, 3), purge(SomeMoments.TOMORROW, 3), purge(SomeMoments.TOMORROW, 3)))
                .containsExactly(3, 2, 0);
    }

    private static StoredSnapshot bare(String operation, Instant takenAt) {
        HubSnapshot full = SomeHubs.snapshot(SomeHubs.place(SomeHubs.HUB_A, "some-device"), SomeTwins.bannedState());
        return new StoredSnapshot(
                new OperationId(operation),
                new RegistrationId("some-device"),
                new HubSnapshot(full.key(), full.state(), full.versions(), Optional.empty(), Optional.empty()),
                takenAt);
    }

    private void keep(StoredSnapshot snapshot) {
        does(stores -> stores.snapshots().keep(snapshot));
    }

    private int purge(Instant before, int limit) {
        return doing(stores -> stores.snapshots().purgeTakenBefore(before, limit));
    }

    private Optional<StoredSnapshot> find(String operation) {
        return seen(stores -> stores.snapshots().find(new OperationId(operation)));
    }

    private Optional<StoredSnapshot> newest(String device) {
        return seen(stores -> stores.snapshots().newest(new RegistrationId(device)));
    }
}
