package io.fairlead.adapters.rest.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the JAX-RS runtime refuses by itself: no such path, no such method, a query string it cannot read. */
@Provider
public class HttpProblemMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException exception) {
        Response theirs = exception.getResponse();
        if (theirs.getEntity() instanceof Refusal) return theirs;
        Response ours =
                ContainerRefusals.of(theirs.getStatus()).because(exception).asResponse();
        String allow = theirs.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? ours
                : Response.fromResponse(ours).header(HttpHeaders.ALLOW, allow).build();
    }
}
