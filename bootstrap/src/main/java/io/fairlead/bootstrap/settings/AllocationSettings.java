package io.fairlead.bootstrap.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What allocations ask beside the linked hubs.
 *
 * @param minGainPercent by how much nearer another hub must be for {@code geoLatency} to move a device
 * @param regions file of networks and the regions near to them
 * @param database file of addresses and their coordinates, in MaxMind's format
 * @param httpWebhooks whether webhooks may be asked without TLS
 * @param privateWebhooks whether webhooks may lie in networks that are not public
 * @param webhookAuthorities file of certificates that webhooks may be vouched for by, besides those that the JVM trusts
 * @param webhooksAtOnce how many are asked at a time
 * @param proxies addresses of the proxies that are believed when they say where a request comes from
 * @param proxiesShowCertificates whether they say which certificate a client showed to them
 * @param hubCallsPerSecond as many calls a hub gets; absent for as many as it takes
 * @param hubCallsBurst calls that may be saved up
 */
public record AllocationSettings(
        int minGainPercent,
        Optional<Path> regions,
        Optional<Path> database,
        boolean httpWebhooks,
        boolean privateWebhooks,
        Optional<Path> webhookAuthorities,
        int webhooksAtOnce,
        List<String> proxies,
        boolean proxiesShowCertificates,
        Optional<Integer> hubCallsPerSecond,
        int hubCallsBurst) {

    static AllocationSettings from(SettingsSource source) {
        return new AllocationSettings(
                Catalogue.GEO_MIN_GAIN.in(source),
                Catalogue.GEO_REGIONS.find(source),
                Catalogue.GEO_DATABASE.find(source),
                Catalogue.WEBHOOK_ALLOW_HTTP.in(source),
                Catalogue.WEBHOOK_ALLOW_PRIVATE.in(source),
                Catalogue.WEBHOOK_AUTHORITIES.find(source),
                Catalogue.WEBHOOK_AT_ONCE.in(source),
                Catalogue.PROXIES.find(source).orElse(List.of()),
                Catalogue.PROXIES_CLIENT_CERT.in(source),
                Catalogue.HUB_CALLS_PER_SECOND.find(source),
                Catalogue.HUB_CALLS_BURST.in(source));
    }
}
