package io.fairlead.bootstrap.wiring;

import io.fairlead.adapters.geo.FileLatencyRanking;
import io.fairlead.adapters.geo.UnusableFile;
import io.fairlead.adapters.webhook.UnusableAuthorities;
import io.fairlead.adapters.webhook.WebhookAllocator;
import io.fairlead.adapters.webhook.WebhookRules;
import io.fairlead.adapters.webhook.WebhookSettings;
import io.fairlead.adapters.webhook.WebhookTrust;
import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.port.CustomAllocator;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.application.port.WebhookCheck;
import io.fairlead.bootstrap.runtime.ServiceThreads;
import io.fairlead.bootstrap.runtime.StartProblem;
import io.fairlead.bootstrap.settings.AllocationSettings;
import io.fairlead.bootstrap.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** What allocations ask beside the linked hubs. */
@ApplicationScoped
public class AllocationProducer {
    /** DPS publishes no limit; a device waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Produces
    @Singleton
    WebhookSettings webhooks(Settings settings) {
        AllocationSettings said = settings.allocation();
        return new WebhookSettings(said.httpWebhooks(), said.privateWebhooks(), PATIENCE, said.webhooksAtOnce());
    }

    @Produces
    @Singleton
    WebhookCheck check(WebhookSettings webhooks) {
        return new WebhookRules(webhooks);
    }

    @Produces
    @Singleton
    CustomAllocator allocator(WebhookSettings webhooks, Settings settings, ServiceThreads threads, Clock clock) {
        return new WebhookAllocator(
                webhooks, InetAddress::getAllByName, trust(settings.allocation()), threads.webhooks(), clock);
    }

    /** A file that cannot be used stops the start: webhooks that nobody trusts would fail every device. */
    private static SSLSocketFactory trust(AllocationSettings said) {
        try {
            return said.webhookAuthorities().map(WebhookTrust::with).orElseGet(WebhookTrust::ofTheJvm);
        } catch (UnusableAuthorities e) {
            throw new StartProblem("FAIRLEAD_WEBHOOK_AUTHORITIES: " + e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    HubPaces paces(Settings settings, Clock clock) {
        AllocationSettings said = settings.allocation();
        return new HubPaces(said.hubCallsPerSecond(), said.hubCallsBurst(), clock);
    }

    /** Files that cannot be used stop the start: a fleet allocated without them would have to be moved again. */
    @Produces
    @Singleton
    LatencyRanking ranking(Settings settings) {
        try {
            AllocationSettings said = settings.allocation();
            return new FileLatencyRanking(said.regions(), said.database());
        } catch (UnusableFile e) {
            throw new StartProblem(e.getMessage(), e);
        }
    }
}
