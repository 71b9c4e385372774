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

/** Refuses what is too much before a signature is checked or a body read; it counts nothing, since anybody may call. */
@Provider
@OperatorOnly
@Priority(Priorities.AUTHENTICATION - 100)
@ApplicationScoped
public class OperationRoomFilter implements ContainerRequestFilter {
    private final RateLimits limits;

    @Inject
    public OperationRoomFilter(RateLimits limits) {
        this.limits = limits;
    }

    /** For the container's proxy. */
    protected OperationRoomFilter() {
        this(null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (CountedPath.isCounted(request)) limits.operations().demandRoom();
    }
}
