package io.fairlead.domain.allocation;

import io.fairlead.domain.identity.HubName;
import java.util.function.Function;

/** The outcome of an allocation. */
public sealed interface HubChoice permits HubChoice.Chosen, HubChoice.NoneEligible, HubChoice.WebhookFailed {

    <R> R match(Function<Chosen, R> chosen, Function<NoneEligible, R> none, Function<WebhookFailed, R> failed);

    /** A hub was chosen. */
    record Chosen(HubName hub) implements HubChoice {
        @Override
        public <R> R match(
                Function<Chosen, R> chosen, Function<NoneEligible, R> none, Function<WebhookFailed, R> failed) {
            return chosen.apply(this);
        }
    }

    /** No linked hub may take the device. */
    record NoneEligible(String why) implements HubChoice {
        @Override
        public <R> R match(
                Function<Chosen, R> chosen, Function<NoneEligible, R> none, Function<WebhookFailed, R> failed) {
            return none.apply(this);
        }
    }

    /** The operator's webhook did not give a usable answer. */
    record WebhookFailed(String why) implements HubChoice {
        @Override
        public <R> R match(
                Function<Chosen, R> chosen, Function<NoneEligible, R> none, Function<WebhookFailed, R> failed) {
            return failed.apply(this);
        }
    }
}
