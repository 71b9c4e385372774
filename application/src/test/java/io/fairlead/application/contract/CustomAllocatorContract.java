package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.CustomAllocator;
import io.fairlead.application.port.WebhookCall;
import io.fairlead.domain.allocation.CustomAllocation;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.registration.WebhookReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What anything that asks webhooks promises. */
public interface CustomAllocatorContract {
    CustomAllocator allocator();

    /** Where the webhook of this test is. */
    CustomAllocation webhook();

    /** From now on the webhook answers this. */
    void answers(WebhookReply.Answered answer);

    /** From now on the webhook refuses. */
    void refuses();

    /** How often it was asked. */
    int asked();

    @Test
    default void askShouldReturnTheWholeAnswer() {
        WebhookReply.Answered full = new WebhookReply.Answered(
                SomeHubs.HUB_B, Optional.of(SomeTwins.someInitialTwin()), Optional.of(SomeTwins.everyKindOfValue()));
        answers(full);
        assertThat(allocator().ask(call())).isEqualTo(full);
    }

    @Test
    default void askShouldReturnWhatIsAbsentAsAbsent() {
        WebhookReply.Answered bare = new WebhookReply.Answered(SomeHubs.HUB_A, Optional.empty(), Optional.empty());
        answers(bare);
        assertThat(allocator().ask(call())).isEqualTo(bare);
    }

    @Test
    default void askShouldReturnFailureWithReasonWhenTheWebhookRefuses() {
        refuses();
        assertThat(allocator().ask(call()))
                .isInstanceOfSatisfying(
                        WebhookReply.Failed.class,
                        failed -> assertThat(failed.why()).isNotBlank());
    }

    @Test
    default void askShouldAskAnewEachTime() {
        answers(new WebhookReply.Answered(SomeHubs.HUB_A, Optional.empty(), Optional.empty()));
        allocator().ask(call());
        allocator().ask(call());
        assertThat(asked()).isEqualTo(2);
    }

    /** A call about an entry in which every field is set. */
    default WebhookCall call() {
        return new WebhookCall(
                webhook(),
                SomeEnrollments.fullEnrollment(),
                SomeEnrollments.fullEnrollment().registrationId(),
                Optional.of(SomeHubs.someAssignment().key()),
                List.of(SomeHubs.HUB_A, SomeHubs.HUB_B),
                Optional.of(new TwinDocument(Map.of("payload", Map.of("model", "m-1")))));
    }
}
