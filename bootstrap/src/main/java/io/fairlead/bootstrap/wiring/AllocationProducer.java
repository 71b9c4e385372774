package io.fairlead.bootstrap.wiring;

import io.fairlead.application.port.CustomAllocator;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.domain.registration.WebhookReply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What allocations ask beside the linked hubs. */
@ApplicationScoped
public class AllocationProducer {
    @Produces
    @Singleton
    CustomAllocator allocator() {
        return call -> new WebhookReply.Failed("this service asks no webhooks");
    }

    @Produces
    @Singleton
    LatencyRanking ranking() {
        return LatencyRanking.NONE;
    }
}
