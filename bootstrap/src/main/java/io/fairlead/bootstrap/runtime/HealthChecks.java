package io.fairlead.bootstrap.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** What the health endpoints say of the service. */
@ApplicationScoped
public class HealthChecks {

    /** Alive is whoever can answer: nothing that a restart of this process would not cure belongs here. */
    @Produces
    @ApplicationScoped
    @Liveness
    HealthCheck live() {
        return () -> HealthCheckResponse.up("fairlead");
    }

    @Produces
    @ApplicationScoped
    @Startup
    HealthCheck started(ServiceLifecycle lifecycle) {
        return () -> HealthCheckResponse.named("fairlead")
                .status(lifecycle.isStarted())
                .build();
    }

    /**
     * Ready is who answers requests with success now; the answer names the part that does not serve, and the certificates
     * that end soon.
     */
    @Produces
    @ApplicationScoped
    @Readiness
    HealthCheck ready(ServiceLifecycle lifecycle, CertificateWatch certificates) {
        return () -> lifecycle
                .notServing()
                .map(part -> HealthCheckResponse.named("fairlead")
                        .down()
                        .withData("waiting for", part)
                        .build())
                .orElseGet(() -> up(certificates));
    }

    private static HealthCheckResponse up(CertificateWatch certificates) {
        HealthCheckResponseBuilder up = HealthCheckResponse.named("fairlead").up();
        certificates.ending().forEach((name, end) -> up.withData("certificate " + name + " ends", end.toString()));
        return up.build();
    }
}
