package io.fairlead.domain.registration;

import io.fairlead.domain.allocation.HubChoice;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.HubName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of asking the operator's allocation webhook. Asked once an operation; kept with it. */
public sealed interface WebhookReply permits WebhookReply.Answered, WebhookReply.Failed {
    <R> R match(Function<Answered, R> answered, Function<Failed, R> failed);

    /** What it means for the allocation. */
    default HubChoice choice() {
        return match(
                answered -> new HubChoice.Chosen(answered.hub()), failed -> new HubChoice.WebhookFailed(failed.why()));
    }

    /** This reply, or a failure when it names a hub that was not offered: then nothing of it counts. */
    default WebhookReply to(List<HubName> offered) {
        return match(
                answered -> offered.contains(answered.hub())
                        ? answered
                        : new Failed(
                                "the allocation webhook named hub " + answered.hub()
                                        + ", which is none of linkedHubs in its request",
                                Optional.empty()),
                failed -> failed);
    }

    /**
     * A usable answer (DPS "Custom allocation" response).
     *
     * @param hub the hub that it chose
     * @param initialTwin the device's initial twin instead of the entry's
     * @param payload for the device
     */
    record Answered(HubName hub, Optional<InitialTwin> initialTwin, Optional<TwinDocument> payload)
            implements WebhookReply {
        @Override
        public <R> R match(Function<Answered, R> answered, Function<Failed, R> failed) {
            return answered.apply(this);
        }
    }

    /**
     * None.
     *
     * @param why with the status, if there was one; safe to show to the device
     * @param excerpt a bounded part of what it sent, without secrets; for the audit log
     */
    record Failed(String why, Optional<String> excerpt) implements WebhookReply {
        @Override
        public <R> R match(Function<Answered, R> answered, Function<Failed, R> failed) {
            return failed.apply(this);
        }
    }
}
