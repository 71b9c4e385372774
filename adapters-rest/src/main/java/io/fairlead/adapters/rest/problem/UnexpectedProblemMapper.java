package io.fairlead.adapters.rest.problem;

import io.fairlead.adapters.wire.problem.ErrorCode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;

/** Whatever nobody thought of: the log gets all of it, the client only the tracking id to ask with. */
@Provider
public class UnexpectedProblemMapper implements ExceptionMapper<Throwable> {
    static final String APOLOGY = "the service failed; try again, and give its operator the tracking id if it stays so";

    @Override
    public Response toResponse(Throwable exception) {
        return new Refusal(ErrorCode.INTERNAL, APOLOGY, Map.of(), Optional.of(exception)).asResponse();
    }
}
