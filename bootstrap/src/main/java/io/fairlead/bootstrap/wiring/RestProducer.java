package io.fairlead.bootstrap.wiring;

import io.fairlead.adapters.rest.auth.OperatorAccess;
import io.fairlead.adapters.rest.device.TrustedProxies;
import io.fairlead.adapters.rest.paging.ContinuationTokens;
import io.fairlead.adapters.rest.problem.TrackingIds;
import io.fairlead.application.operating.CachedOperatorBook;
import io.fairlead.application.operating.Seeding;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.bootstrap.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What the HTTP adapter needs beside the driving ports. */
@ApplicationScoped
public class RestProducer {

    @Produces
    @Singleton
    TrustedProxies proxies(Settings settings) {
        return new TrustedProxies(
                Set.copyOf(settings.allocation().proxies()),
                settings.allocation().proxiesShowCertificates());
    }

    @Produces
    @Singleton
    TrackingIds trackingIds(IdSource ids) {
        return ids::newRowId;
    }

    @Produces
    @Singleton
    ContinuationTokens continuationTokens(UnitOfWork work, IdSource ids, Clock clock) {
        Seeding seeding = new Seeding(work, ids, clock);
        return new ContinuationTokens(
                () -> seeding.secret("continuation-tokens").bytes());
    }

    @Produces
    @Singleton
    OperatorAccess operators(Settings settings, CachedOperatorBook policies) {
        return new OperatorAccess(
                hostNames(settings), policies, settings.operating().clockSkew());
    }

    /** The configured names, and the ones by which clients on this machine reach it. */
    private static Set<String> hostNames(Settings settings) {
        Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1"));
        names.add(settings.server().bind().getHostAddress());
        settings.server().hostNames().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }
}
