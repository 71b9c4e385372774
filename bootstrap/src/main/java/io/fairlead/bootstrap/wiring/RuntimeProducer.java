package io.fairlead.bootstrap.wiring;

import io.fairlead.adapters.wire.device.OperationEnds;
import io.fairlead.application.administration.CertificateAuthorities;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.application.processing.RegistrationProcessing;
import io.fairlead.bootstrap.runtime.CertificateGauges;
import io.fairlead.bootstrap.runtime.CertificateWatch;
import io.fairlead.bootstrap.runtime.EndTelling;
import io.fairlead.bootstrap.runtime.ProcessingTimer;
import io.fairlead.bootstrap.runtime.ProvisioningLog;
import io.fairlead.bootstrap.runtime.RevocationFiles;
import io.fairlead.bootstrap.runtime.ServiceThreads;
import io.fairlead.bootstrap.runtime.Workers;
import io.fairlead.bootstrap.settings.Settings;
import io.fairlead.domain.certificate.RevocationLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The threads of the service, and who listens to what happens. */
@ApplicationScoped
public class RuntimeProducer {

    /** A worker holds a connection only while it writes, so as many as there are connections keep them all busy. */
    @Produces
    @Singleton
    ServiceThreads threads(Settings settings) {
        return new ServiceThreads(
                new Workers("workers", settings.database().connections()),
                new Workers("looks", settings.database().connections()),
                new Workers("webhooks", settings.allocation().webhooksAtOnce()),
                new Workers("requests", settings.database().connections()));
    }

    @Produces
    @Singleton
    ProcessingTimer timer(RegistrationProcessing processing, ServiceThreads threads) {
        return new ProcessingTimer(processing, threads.operations());
    }

    @Produces
    @Singleton
    CertificateWatch certificates(CertificateAuthorities authorities, MetricRegistry metrics, Clock clock) {
        return new CertificateWatch(authorities::all, new CertificateGauges(metrics), clock);
    }

    @Produces
    @Singleton
    Supplier<RevocationLists> revocations(Settings settings, Clock clock) {
        return new RevocationFiles(settings.tls().revocationLists()).follow(clock);
    }

    @Produces
    @ApplicationScoped
    ProvisioningObserver observer(MetricRegistry metrics, Clock clock, OperationEnds ends) {
        return new EndTelling(new ProvisioningLog(metrics, clock), ends);
    }
}
