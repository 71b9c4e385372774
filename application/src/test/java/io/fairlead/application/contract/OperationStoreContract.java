package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeOperations.fullOperation;
import static io.fairlead.domain.fixture.SomeOperations.fullProgress;
import static io.fairlead.domain.fixture.SomeOperations.fullReply;
import static io.fairlead.domain.fixture.SomeOperations.someOperation;
import static io.fairlead.domain.fixture.SomeRegistrations.someFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.fixture.EveryField;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.WebhookReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store of operations promises; claims are in {@link OperationClaimContract}. */
public interface OperationStoreContract extends DatabaseUnderTest {
    Duration LEASE = Duration.ofSeconds(30);

    @Test
    default void findShouldReturnEveryFieldThatWasInserted() {
        EveryField.assertSet(fullOperation());
        insert(fullOperation());
        Kept.assertSame(find(fullOperation()), fullOperation());
    }

    @Test
    default void findShouldReturnNothingOptionalWhenNothingWasInserted() {
        insert(someOperation());
        Kept.assertSame(find(someOperation()), someOperation());
    }

    @Test
    default void findShouldTellCasesApart() {
        insert(someOperation("4.a"));
        insert(someOperation("4.A"));
        assertThat(find(someOperation("4.A")).orElseThrow().id()).isEqualTo(new OperationId("4.A"));
        assertThat(find(someOperation("4.b"))).isEmpty();
    }

    @Test
    default void advanceShouldKeepProgressAttemptsAndFailure() {
        insert(someOperation());
        RegistrationOperation next =
                someOperation().retried().with(fullProgress()).failed(someFailure());
        assertThat(advance(next)).isTrue();
        Kept.assertSame(find(next), next);
    }

    @Test
    default void advanceShouldForgetWhatIsGone() {
        RegistrationOperation planned = someOperation().with(fullProgress());
        insert(planned);
        assertThat(advance(planned.undecided())).isTrue();
        Kept.assertSame(find(planned), planned.undecided());
        assertThat(advance(planned.undecided().assigned())).isTrue();
        Kept.assertSame(find(planned), planned.undecided().assigned());
    }

    @Test
    default void advanceShouldKeepWhatTheWebhookSaidBeforeThereIsAPlan() {
        insert(someOperation());
        for (WebhookReply reply :
                List.of(fullReply(), new WebhookReply.Failed("it answered 500", Optional.of("oops")))) {
            RegistrationOperation heard = someOperation().heard(reply);
            assertThat(advance(heard)).isTrue();
            Kept.assertSame(find(heard), heard);
            assertThat(advance(heard.with(fullProgress()))).isTrue();
            Kept.assertSame(find(heard), heard.with(fullProgress()));
        }
    }

    @Test
    default void advanceShouldKeepHowLongItWasDeferredWhateverElseIsKnown() {
        insert(someOperation());
        RegistrationOperation waited = someOperation().deferred(Duration.ofMillis(1_001));
        for (RegistrationOperation next : List.of(
                waited,
                waited.heard(fullReply()),
                waited.with(fullProgress()),
                waited.deferred(Duration.ofHours(30)))) {
            assertThat(advance(next)).isTrue();
            Kept.assertSame(find(next), next);
        }
    }

    @Test
    default void advanceShouldLeaveAsideWhatWasAccepted() {
        insert(someOperation());
        RegistrationOperation full = fullOperation();
        RegistrationOperation mixed = new RegistrationOperation(
                someOperation().id(),
                full.registrationId(),
                full.entry(),
                full.request(),
                full.status(),
                full.progress(),
                someOperation().fence(),
                full.attempts(),
                full.createdAt(),
                Optional.empty(),
                full.webhook(),
                full.deferral());
        assertThat(advance(mixed)).isTrue();
        RegistrationOperation stored = find(someOperation()).orElseThrow();
        assertThat(stored.registrationId()).isEqualTo(someOperation().registrationId());
        assertThat(stored.request()).isEqualTo(someOperation().request());
        assertThat(stored.createdAt()).isEqualTo(someOperation().createdAt());
        assertThat(stored.progress()).isEqualTo(full.progress());
    }

    @Test
    default void advanceShouldBeRefusedWhenFinished() {
        insert(someOperation());
        assertThat(advance(someOperation().assigned())).isTrue();
        assertThat(advance(someOperation())).isFalse();
        assertThat(advance(someOperation().failed(someFailure()))).isFalse();
        Kept.assertSame(find(someOperation()), someOperation().assigned());
    }

    @Test
    default void advanceShouldBeRefusedWhenAbsent() {
        assertThat(advance(someOperation())).isFalse();
        assertThat(find(someOperation())).isEmpty();
    }

    @Test
    default void advanceShouldBeUndoneWhenItsTransactionThrows() {
        insert(someOperation());
        try {
            does(stores -> {
                stores.operations().advance(someOperation().assigned(), Duration.ZERO);
                throw new IllegalStateException("the test wants it");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the test wants it");
        }
        Kept.assertSame(find(someOperation()), someOperation());
    }

    @Test
    default void purgeShouldRemoveOldFinishedOnesOnly() {
        Instant limit = SomeMoments.NOW;
        RegistrationOperation old = someOperation("4.old", limit.minusSeconds(1));
        RegistrationOperation failed = someOperation("4.failed", limit.minusSeconds(2));
        RegistrationOperation running = someOperation("4.running", limit.minusSeconds(3));
        RegistrationOperation young = someOperation("4.young", limit);
        List.of(old, failed, running, young).forEach(this::insert);
        advance(old.assigned());
        advance(failed.failed(someFailure()));
        advance(young.assigned());
        assertThat(purge(limit, 10)).isEqualTo(2);
        assertThat(find(old)).isEmpty();
        assertThat(find(failed)).isEmpty();
        assertThat(find(running)).isPresent();
        assertThat(find(young)).isPresent();
    }

    @Test
    default void purgeShouldStopAtTheLimit() {
        for (int i = 0; i < 5; i++) {
            RegistrationOperation operation = someOperation("4." + i);
            insert(operation);
            advance(operation.assigned());
        }
        assertThat(List.of(
                        purge(SomeMoments.TOMORROW, 3), purge(SomeMoments.TOMORROW, 3), purge(SomeMoments.TOMORROW, 3)))
                .containsExactly(3, 2, 0);
    }

    private void insert(RegistrationOperation operation) {
        does(stores -> stores.operations().insert(operation, "node-1", LEASE));
    }

    private boolean advance(RegistrationOperation operation) {
        return doing(stores -> stores.operations().advance(operation, LEASE));
    }

    private int purge(Instant before, int limit) {
        return doing(stores -> stores.operations().purgeFinishedBefore(before, limit));
    }

    private Optional<RegistrationOperation> find(RegistrationOperation operation) {
        return seen(stores -> stores.operations().find(operation.id()));
    }
}
