package io.fairlead.domain.operation;

import static io.fairlead.domain.fixture.SomeOperations.someOperation;
import static io.fairlead.domain.fixture.SomeOperations.somePlan;
import static io.fairlead.domain.fixture.SomeRegistrations.someFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.fixture.SomeDuties;
import io.fairlead.domain.reprovisioning.HubStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A promise: what its changes change, and what they leave. */
class RegistrationOperationTest {
    private static final OperationProgress BEGUN = OperationProgress.begin(somePlan(), List.of());

    @Test
    void acceptedShouldBeRunningUnderTheFirstFence() {
        RegistrationOperation accepted = someOperation();
        assertThat(accepted.status()).isEqualTo(OperationStatus.RUNNING);
        assertThat(accepted.fence()).isEqualTo(RegistrationOperation.FIRST_FENCE);
        assertThat(accepted.progress()).isEmpty();
        assertThat(accepted.attempts()).isZero();
        assertThat(accepted.failure()).isEmpty();
    }

    @Test
    void changesShouldLeaveTheRest() {
        RegistrationOperation changed = someOperation().retried().with(BEGUN);
        assertThat(changed.progress()).contains(BEGUN);
        assertThat(changed.attempts()).isEqualTo(1);
        assertThat(changed.undecided()).isEqualTo(someOperation().retried());
        assertThat(changed.failed(someFailure()).failure()).contains(someFailure());
        assertThat(changed.failed(someFailure()).progress()).contains(BEGUN);
        assertThat(changed.failed(someFailure()).assigned().failure()).isEqualTo(Optional.empty());
    }

    @Test
    void operationShouldBeCommittedOnceItsCommitIsDone() {
        OperationProgress at = BEGUN;
        while (at.next().isPresent()) {
            boolean committed = stepsBefore(at).contains(HubStep.COMMIT);
            assertThat(someOperation().with(at).isCommitted()).isEqualTo(committed);
            at = at.stepDone();
        }
        assertThat(someOperation().isCommitted()).isFalse();
        assertThat(someOperation().assigned().isCommitted()).isTrue();
        assertThat(someOperation().with(BEGUN).failed(someFailure()).isCommitted())
                .isFalse();
    }

    @Test
    void postponedDutyShouldCountTheAttemptAndKeepTheError() {
        HubDuty duty = SomeDuties.fullDuty();
        HubDuty postponed = duty.postponed("no answer");
        assertThat(postponed.attempts()).isEqualTo(duty.attempts() + 1);
        assertThat(postponed.lastError()).contains("no answer");
        assertThat(postponed.fence()).isEqualTo(duty.fence());
        assertThat(postponed.conflict()).isEqualTo(duty.conflict());
    }

    private static List<HubStep> stepsBefore(OperationProgress at) {
        return at.plan().steps().subList(0, at.cursor());
    }
}
