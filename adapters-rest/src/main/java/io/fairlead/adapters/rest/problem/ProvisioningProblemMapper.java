package io.fairlead.adapters.rest.problem;

import io.fairlead.adapters.wire.problem.RefusedRequest;
import io.fairlead.application.problem.ProvisioningException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the application and the wire refuse. */
@Provider
public class ProvisioningProblemMapper implements ExceptionMapper<ProvisioningException> {
    @Override
    public Response toResponse(ProvisioningException exception) {
        RefusedRequest refused = RefusedRequest.of(exception);
        Response answer = Refusal.of(refused).asResponse();
        return refused.retryAfter().isEmpty()
                ? answer
                : Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, refused.retryAfter().getAsLong())
                        .build();
    }
}
