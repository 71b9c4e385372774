package io.fairlead.application.port;

import io.fairlead.domain.allocation.CustomAllocation;
import java.util.Optional;

/** Knows which webhooks this service may ask, as far as an address tells without being looked up. Thread-safe. */
@FunctionalInterface
public interface WebhookCheck {
    /** All may be asked. */
    WebhookCheck ANY = webhook -> Optional.empty();

    /** Why this one may not be asked, as the rest of a sentence about its address; empty when it may. */
    Optional<String> fault(CustomAllocation webhook);
}
