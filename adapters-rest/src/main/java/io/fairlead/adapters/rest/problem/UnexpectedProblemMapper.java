package io.fairlead.adapters.rest.problem;

import io.fairlead.adapters.wire.problem.RefusedRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Whatever nobody thought of: the log gets all of it, the client only the tracking id to ask with. */
@Provider
public class UnexpectedProblemMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable exception) {
        return Refusal.of(RefusedRequest.of(exception)).asResponse();
    }
}
