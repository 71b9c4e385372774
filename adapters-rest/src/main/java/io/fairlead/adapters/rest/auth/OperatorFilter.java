package io.fairlead.adapters.rest.auth;

import io.fairlead.application.operating.Operator;
import io.fairlead.domain.operating.AccessRight;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;

/** Checks the operator's token and its right before anything of the request is read, and remembers whose it is. */
@Priority(Priorities.AUTHENTICATION)
final class OperatorFilter implements ContainerRequestFilter {
    private final OperatorAccess access;
    private final Clock clock;
    private final AccessRight needed;

    OperatorFilter(OperatorAccess access, Clock clock, AccessRight needed) {
        this.access = access;
        this.clock = clock;
        this.needed = needed;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Operator operator = access.admit(
                request.getHeaderString(HttpHeaders.AUTHORIZATION),
                request.getUriInfo().getRequestUri().getPath(),
                needed,
                clock.instant());
        request.setSecurityContext(new OperatorContext(operator));
    }
}
