package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeRegistrations.withETag;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.Stores;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a transaction promises while others run beside it. */
public interface UnitOfWorkRaceContract extends DatabaseUnderTest {
    IndividualEnrollment ENTRY = SomeEnrollments.someEnrollment();
    EnrollmentGroup GROUP = SomeGroups.someGroup();
    int ROUNDS = 25;

    @Test
    default void readShouldSeeOneSnapshotWhenAnotherCommitsMeanwhile() {
        List<Boolean> looks = seen(stores -> {
            boolean before = isEntryThere(stores);
            Race.elsewhere(() -> doing(others -> others.enrollments().insert(ENTRY)));
            return List.of(before, isEntryThere(stores));
        });
        assertThat(looks).containsExactly(false, false);
        assertThat(this.<Boolean>seen(this::isEntryThere)).isTrue();
    }

    @Test
    default void readShouldNotSeeWhatIsNotCommitted() {
        boolean seenElsewhere = doing(stores -> {
            stores.enrollments().insert(ENTRY);
            return Race.elsewhere(() -> seen(this::isEntryThere));
        });
        assertThat(seenElsewhere).isFalse();
    }

    @Test
    default void readShouldNeverSeeHalfOfWrite() {
        List<Boolean> outcomes = Race.among(
                Race.RACERS,
                racer -> IntStream.range(0, ROUNDS).allMatch(round -> racer == 0 ? flip() : seesBothOrNone()));
        assertThat(outcomes).containsOnly(true);
    }

    @Test
    default void compareAndSetShouldLoseNoChangeWhenManyRetry() {
        DeviceRegistration begin = withETag(SomeRegistrations.someRegistration(), "0");
        does(stores -> stores.registrations().insert(begin));
        Race.among(Race.RACERS, racer -> {
            for (int i = 0; i < ROUNDS; i++) {
                while (!doing(stores -> increment(stores, begin))) {
                    Thread.onSpinWait();
                }
            }
            return true;
        });
        DeviceRegistration end =
                seen(stores -> stores.registrations().find(begin.id())).orElseThrow();
        assertThat(end.etag()).isEqualTo(new ETag(Integer.toString(Race.RACERS * ROUNDS)));
    }

    private boolean increment(Stores stores, DeviceRegistration counter) {
        ETag etag = stores.registrations().find(counter.id()).orElseThrow().etag();
        String next = Integer.toString(Integer.parseInt(etag.value()) + 1);
        return stores.registrations().replace(withETag(counter, next), etag);
    }

    /** Inserts both or removes both. */
    private boolean flip() {
        return doing(stores -> {
            boolean there = isEntryThere(stores);
            return there
                    ? stores.enrollments()
                                    .remove(
                                            ENTRY.registrationId(),
                                            ENTRY.stamp().etag())
                            && stores.groups()
                                    .remove(GROUP.groupId(), GROUP.stamp().etag())
                    : stores.enrollments().insert(ENTRY) && stores.groups().insert(GROUP);
        });
    }

    private boolean seesBothOrNone() {
        return seen(stores ->
                isEntryThere(stores) == stores.groups().find(GROUP.groupId()).isPresent());
    }

    private boolean isEntryThere(Stores stores) {
        return stores.enrollments().find(ENTRY.registrationId()).isPresent();
    }
}
