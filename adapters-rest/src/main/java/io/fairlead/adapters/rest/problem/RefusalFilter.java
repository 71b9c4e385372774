package io.fairlead.adapters.rest.problem;

import io.fairlead.adapters.wire.problem.ErrorBody;
import io.fairlead.adapters.wire.problem.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last thing a response meets: the headers that all have in common, and a refusal's body and log line. The log gets
 * the tracking id, the path and the reason that the client gets, never a header or a body: those hold secrets.
 */
@Provider
@ApplicationScoped
public class RefusalFilter implements ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);
    private static final String JSON = MediaType.APPLICATION_JSON + "; charset=utf-8";

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
        headers.putSingle("x-ms-request-id", trackingId);
        headers.putSingle("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.putSingle("Cache-Control", "no-store");
        if (response.getEntity() instanceof Refusal refusal) {
            headers.putSingle("x-ms-error-code", Integer.toString(refusal.code().code()));
            response.setEntity(body(refusal, trackingId), null, MediaType.valueOf(JSON));
            log(request, refusal, trackingId);
        }
    }

    private byte[] body(Refusal refusal, String trackingId) {
        return new ErrorBody(refusal.code().code(), trackingId, refusal.message(), refusal.facts(), clock.instant())
                .toJson();
    }

    private static void log(ContainerRequestContext request, Refusal refusal, String trackingId) {
        ErrorCode code = refusal.code();
        String line = LogLine.of(request, refusal, trackingId);
        if (code.status() >= 500 && refusal.cause().isPresent())
            LOG.error(line, refusal.cause().get());
        else LOG.info(line);
    }
}
