package io.fairlead.domain.allocation;

import io.fairlead.domain.identity.HubName;
import java.util.function.Function;

/** The outcome of an allocation. */
public sealed interface HubChoice
        permits HubChoice.Chosen, HubChoice.NoneEligible, HubChoice.WebhookFailed, HubChoice.NotAsked {
    <R> R match(
            Function<Chosen, R> chosen,
            Function<NoneEligible, R> none,
            Function<WebhookFailed, R> failed,
            Function<NotAsked, R> notAsked);

    /** A hub was chosen. */
    record Chosen(HubName hub) implements HubChoice {
        @Override
        public <R> R match(
                Function<Chosen, R> chosen,
                Function<NoneEligible, R> none,
                Function<WebhookFailed, R> failed,
                Function<NotAsked, R> notAsked) {
            return chosen.apply(this);
        }
    }

    /** No linked hub may take the device. */
    record NoneEligible(String why) implements HubChoice {
        @Override
        public <R> R match(
                Function<Chosen, R> chosen,
                Function<NoneEligible, R> none,
                Function<WebhookFailed, R> failed,
                Function<NotAsked, R> notAsked) {
            return none.apply(this);
        }
    }

    /** The operator's webhook did not give a usable answer. */
    record WebhookFailed(String why) implements HubChoice {
        @Override
        public <R> R match(
                Function<Chosen, R> chosen,
                Function<NoneEligible, R> none,
                Function<WebhookFailed, R> failed,
                Function<NotAsked, R> notAsked) {
            return failed.apply(this);
        }
    }

    /** It hangs on the operator's webhook, which was not asked yet. */
    record NotAsked() implements HubChoice {
        @Override
        public <R> R match(
                Function<Chosen, R> chosen,
                Function<NoneEligible, R> none,
                Function<WebhookFailed, R> failed,
                Function<NotAsked, R> notAsked) {
            return notAsked.apply(this);
        }
    }
}
