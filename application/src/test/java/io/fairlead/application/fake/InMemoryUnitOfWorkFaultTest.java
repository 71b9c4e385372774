package io.fairlead.application.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.port.StoreException;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeMoments;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A fault comes when it is asked for: before a write nothing has happened, after its commit everything has. */
class InMemoryUnitOfWorkFaultTest {
    private Optional<StoreFaults.Call> next = Optional.empty();
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork(SettableClock.at(SomeMoments.NOW), this::fail);

    @Test
    void writeShouldLeaveNothingWhenItFailsBefore() {
        next = Optional.of(StoreFaults.Call.BEFORE_WRITE);
        assertThatThrownBy(this::insert).isInstanceOf(StoreException.class);
        assertThat(isThere()).isFalse();
    }

    @Test
    void writeShouldHaveHappenedWhenItFailsAfterCommit() {
        next = Optional.of(StoreFaults.Call.AFTER_COMMIT);
        assertThatThrownBy(this::insert).isInstanceOf(StoreException.class);
        assertThat(isThere()).isTrue();
    }

    @Test
    void readShouldFailBeforeAndAfter() {
        next = Optional.of(StoreFaults.Call.BEFORE_READ);
        assertThatThrownBy(this::isThere).isInstanceOf(StoreException.class);
        next = Optional.of(StoreFaults.Call.AFTER_READ);
        assertThatThrownBy(this::isThere).isInstanceOf(StoreException.class);
    }

    private boolean insert() {
        return work.write(stores -> stores.enrollments().insert(SomeEnrollments.someEnrollment()));
    }

    private boolean isThere() {
        return work.read(stores -> stores.enrollments()
                .find(SomeEnrollments.someEnrollment().registrationId())
                .isPresent());
    }

    private void fail(StoreFaults.Call call) {
        if (next.filter(call::equals).isPresent()) {
            next = Optional.empty();
            throw new StoreException("the test wants it", null);
        }
    }
}
