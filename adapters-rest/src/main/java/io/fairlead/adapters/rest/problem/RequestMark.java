package io.fairlead.adapters.rest.problem;

import jakarta.ws.rs.container.ContainerRequestContext;

/** The tracking id that a request carries from the first filter to the last. */
public final class RequestMark {
    private static final String PROPERTY = "fairlead.trackingId";

    private RequestMark() {}

    /** Marks a request. */
    public static void begin(ContainerRequestContext request, String trackingId) {
        request.setProperty(PROPERTY, trackingId);
    }

    static String of(ContainerRequestContext request) {
        Object trackingId = request.getProperty(PROPERTY);
        return trackingId == null ? "unmarked" : (String) trackingId;
    }
}
