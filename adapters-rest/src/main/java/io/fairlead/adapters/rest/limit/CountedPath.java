package io.fairlead.adapters.rest.limit;

import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * Which requests are service operations: those of DPS's service API. The API for the service itself is not limited, or an
 * operator could not lift a limit that is too low.
 */
final class CountedPath {
    private CountedPath() {}

    static boolean isCounted(ContainerRequestContext request) {
        return !request.getUriInfo().getPath().replaceFirst("^/", "").startsWith("operator/");
    }
}
