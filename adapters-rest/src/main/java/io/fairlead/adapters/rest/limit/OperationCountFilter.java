package io.fairlead.adapters.rest.limit;

import io.fairlead.adapters.rest.auth.OperatorOnly;
import io.fairlead.application.throttling.RateLimits;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Counts an operation once its caller has shown who it is. */
@Provider
@OperatorOnly
@Priority(Priorities.AUTHENTICATION + 100)
@ApplicationScoped
public class OperationCountFilter implements ContainerRequestFilter {
    private final RateLimits limits;

    @Inject
    public OperationCountFilter(RateLimits limits) {
        this.limits = limits;
    }

    /** For the container's proxy. */
    protected OperationCountFilter() {
        this(null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (CountedPath.isCounted(request)) limits.operations().take();
    }
}
