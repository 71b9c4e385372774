package io.fairlead.bootstrap.wiring;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.operating.CachedOperatorBook;
import io.fairlead.application.throttling.PollLimit;
import io.fairlead.application.throttling.RateLimits;
import io.fairlead.bootstrap.settings.QuotaSettings;
import io.fairlead.bootstrap.settings.Settings;
import io.fairlead.domain.operating.Quotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The limits on requests, one of each at this node. */
@ApplicationScoped
public class LimitProducer {

    /** What this server's own settings say; what is in force is known by the book. */
    @Produces
    @Singleton
    Quotas configured(Settings settings) {
        QuotaSettings said = settings.quotas();
        return new Quotas(
                said.registrationsPerMinute(),
                said.operationsPerMinute(),
                said.pollsPerDevice(),
                said.enrollments(),
                said.groups(),
                said.linkedHubs());
    }

    @Produces
    @Singleton
    RateLimits rateLimits(CachedOperatorBook book, Clock clock) {
        return RateLimits.of(book::quotas, clock);
    }

    @Produces
    @Singleton
    PollLimit pollLimit(CachedOperatorBook book, ProvisioningSettings settings, Clock clock) {
        return new PollLimit(() -> book.quotas().pollsPerDevice(), settings.retryAfter(), clock);
    }
}
