package io.fairlead.bootstrap.wiring;

import io.fairlead.application.ProvisioningSettings;
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

    @Produces
    @Singleton
    Quotas quotas(Settings settings) {
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
    RateLimits rateLimits(Quotas quotas, Clock clock) {
        return RateLimits.of(() -> quotas, clock);
    }

    @Produces
    @Singleton
    PollLimit pollLimit(Quotas quotas, ProvisioningSettings settings, Clock clock) {
        return new PollLimit(quotas::pollsPerDevice, settings.retryAfter(), clock);
    }
}
