package io.fairlead.adapters.rest.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;

/** The last thing a response meets: the headers that all have in common, and a refusal's body and log line. */
@Provider
@ApplicationScoped
public class RefusalFilter implements ContainerResponseFilter {
    private final Clock clock;

    @Inject
    public RefusalFilter(Clock clock) {
        this.clock = clock;
    }

    /** For the container's proxy. */
    protected RefusalFilter() {
        this(null);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String trackingId = RequestMark.of(request);
        MultivaluedMap<String, Object> headers = response.getHeaders();
        CommonHeaders.of(trackingId).forEach(headers::putSingle);
        if (response.getEntity() instanceof Refusal refusal) {
            headers.putSingle("x-ms-error-code", Integer.toString(refusal.code().code()));
            String path = request.getUriInfo().getRequestUri().getRawPath();
            response.setEntity(refusal.toJson(path, trackingId, clock.instant()), null, Refusal.mediaType(path));
            RefusalLog.write(request.getMethod(), path, refusal, trackingId);
        }
    }
}
