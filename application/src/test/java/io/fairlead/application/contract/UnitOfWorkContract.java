package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.port.StoreException;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a transaction promises when nobody else is about; see {@link UnitOfWorkRaceContract} for when somebody is. */
public interface UnitOfWorkContract extends DatabaseUnderTest {
    IndividualEnrollment ENTRY = SomeEnrollments.someEnrollment();
    EnrollmentGroup GROUP = SomeGroups.someGroup();

    @Test
    default void writeShouldCommitAndReturnWhatItsWorkReturns() {
        String answer = work().write(stores -> {
            stores.enrollments().insert(ENTRY);
            return "done";
        });
        assertThat(answer).isEqualTo("done");
        assertThat(isEntryThere()).isTrue();
    }

    @Test
    default void readShouldReturnWhatItsWorkReturns() {
        assertThat(work().<String>read(stores -> "seen")).isEqualTo("seen");
    }

    @Test
    default void writeShouldSeeItsOwnChanges() {
        boolean seen = work().write(stores -> {
            stores.enrollments().insert(ENTRY);
            return stores.enrollments().find(ENTRY.registrationId()).isPresent();
        });
        assertThat(seen).isTrue();
    }

    @Test
    default void writeShouldLeaveNothingWhenItsWorkThrows() {
        RuntimeException accident = new IllegalStateException("the test wants it");
        assertThatThrownBy(() -> work().write(throwing(accident))).isSameAs(accident);
        assertThat(isEntryThere()).isFalse();
        assertThat(isGroupThere()).isFalse();
    }

    @Test
    default void writeShouldLeaveNothingWhenItsWorkDies() {
        Error death = new AssertionError("the test wants it");
        assertThatThrownBy(() -> work().write(dying(death))).isSameAs(death);
        assertThat(isEntryThere()).isFalse();
    }

    @Test
    default void workShouldGoOnAfterOneThatThrew() {
        assertThatThrownBy(() -> work().write(throwing(new IllegalStateException())));
        assertThat(this.<Boolean>doing(stores -> stores.enrollments().insert(ENTRY)))
                .isTrue();
        assertThat(isEntryThere()).isTrue();
    }

    @Test
    default void writeShouldRunAgainFromTheBeginningWhenItsWorkAsks() {
        AtomicInteger runs = new AtomicInteger();
        boolean inserted = work().write(stores -> {
            boolean fresh = stores.enrollments().insert(ENTRY);
            if (runs.incrementAndGet() == 1) {
                throw new WriteConflict("the test wants it");
            }
            return fresh;
        });
        assertThat(inserted).isTrue();
        assertThat(runs).hasValue(2);
        assertThat(isEntryThere()).isTrue();
    }

    @Test
    default void writeShouldGiveUpWhenTheConflictDoesNotGoAway() {
        AtomicInteger runs = new AtomicInteger();
        assertThatThrownBy(() -> work().write(stores -> {
                    stores.enrollments().insert(ENTRY);
                    runs.incrementAndGet();
                    throw new WriteConflict("the test wants it");
                }))
                .isInstanceOf(StoreException.class);
        assertThat(runs.get()).isBetween(2, 100);
        assertThat(isEntryThere()).isFalse();
    }

    @Test
    default void workShouldNotBeNested() {
        for (Function<Stores, Boolean> inner : List.<Function<Stores, Boolean>>of(
                outer -> work().write(stores -> stores.groups().insert(GROUP)), outer -> work().read(stores -> true))) {
            assertThatThrownBy(() -> work().write(inner)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> work().read(inner)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(isGroupThere()).isFalse();
    }

    @Test
    default void storesShouldChangeNothingAfterTheirTransaction() {
        List<Stores> leaked = new ArrayList<>();
        does(leaked::add);
        try {
            leaked.get(0).enrollments().insert(ENTRY);
        } catch (RuntimeException refused) {
            assertThat(refused).isNotNull();
        }
        assertThat(isEntryThere()).isFalse();
    }

    private Function<Stores, Boolean> throwing(RuntimeException accident) {
        return stores -> {
            stores.enrollments().insert(ENTRY);
            stores.groups().insert(GROUP);
            throw accident;
        };
    }

    private Function<Stores, Boolean> dying(Error death) {
        return stores -> {
            stores.enrollments().insert(ENTRY);
            throw death;
        };
    }

    private boolean isEntryThere() {
        return seen(stores -> stores.enrollments().find(ENTRY.registrationId()).isPresent());
    }

    private boolean isGroupThere() {
        return seen(stores -> stores.groups().find(GROUP.groupId()).isPresent());
    }
}
