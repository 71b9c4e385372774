package io.fairlead.adapters.rest.problem;

import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** What the application and the wire refuse. */
@Provider
public class ProvisioningProblemMapper implements ExceptionMapper<ProvisioningException> {
    @Override
    public Response toResponse(ProvisioningException exception) {
        Problem problem = exception.problem();
        return new Refusal(
                        ErrorCode.of(problem.kind()),
                        problem.detail(),
                        problem.facts(),
                        Optional.ofNullable(exception.getCause()))
                .asResponse();
    }
}
