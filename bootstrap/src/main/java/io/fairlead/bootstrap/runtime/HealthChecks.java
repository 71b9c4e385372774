package io.fairlead.bootstrap.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
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

    /** Ready is who answers requests with success now; the answer names the part that does not serve. */
    @Produces
    @ApplicationScoped
    @Readiness
    HealthCheck ready(ServiceLifecycle lifecycle) {
        return () -> lifecycle
                .notServing()
                .map(part -> HealthCheckResponse.named("fairlead")
                        .down()
                        .withData("waiting for", part)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up("fairlead"));
    }
}
