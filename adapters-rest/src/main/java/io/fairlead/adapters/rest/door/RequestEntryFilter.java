package io.fairlead.adapters.rest.door;

import io.fairlead.adapters.rest.problem.Refusal;
import io.fairlead.adapters.rest.problem.RequestMark;
import io.fairlead.adapters.rest.problem.TrackingIds;
import io.fairlead.adapters.wire.problem.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * The first thing a request meets: it gets its tracking id and its canonical path. What the JAX-RS runtime would judge
 * by itself, in its own words, is taken out of its hands: the content type goes to {@link JsonBodyFilter}, the
 * accepted type is always JSON (clients send all sorts), and {@code OPTIONS} is no method of any resource here.
 */
@Provider
@PreMatching
@ApplicationScoped
public class RequestEntryFilter implements ContainerRequestFilter {
    private final TrackingIds trackingIds;

    @Inject
    public RequestEntryFilter(TrackingIds trackingIds) {
        this.trackingIds = trackingIds;
    }

    /** For the container's proxy. */
    protected RequestEntryFilter() {
        this(null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RequestMark.begin(request, trackingIds.next());
        JsonBodyFilter.keepContentType(request);
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            throw new Refusal(ErrorCode.METHOD_NOT_ALLOWED, "OPTIONS is not served here").asException();
        }
        respell(request);
    }

    private static void respell(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String path = uri.getRequestUri().getRawPath();
        String canonical = RequestPath.canonical(path)
                .orElseThrow(() -> new Refusal(
                                ErrorCode.INVALID,
                                "the path has a segment that is empty, a dot segment, or holds an encoded slash or "
                                        + "control character; ids are letters, digits and - . _ :")
                        .asException());
        if (!canonical.equals(path)) {
            String query = uri.getRequestUri().getRawQuery();
            request.setRequestUri(
                    uri.getBaseUri(),
                    URI.create(uri.getBaseUri().resolve(canonical) + (query == null ? "" : "?" + query)));
        }
    }
}
