package io.fairlead.adapters.rest.auth;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;

/** Checks the operator's token before anything of the request is read. */
@Provider
@OperatorOnly
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class OperatorFilter implements ContainerRequestFilter {
    private final OperatorAccess access;
    private final Clock clock;

    @Inject
    public OperatorFilter(OperatorAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** For the container's proxy. */
    protected OperatorFilter() {
        this(null, null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        access.check(
                request.getHeaderString(HttpHeaders.AUTHORIZATION),
                request.getUriInfo().getRequestUri().getPath(),
                clock.instant());
    }
}
