package io.fairlead.adapters.rest.problem;

import io.fairlead.adapters.wire.problem.ErrorCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Optional;

/** What the JAX-RS runtime refuses by itself: no such path, no such method, a query string it cannot read. */
@Provider
public class HttpProblemMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException exception) {
        Response theirs = exception.getResponse();
        if (theirs.getEntity() instanceof Refusal) return theirs;
        Response ours = refusal(theirs.getStatus(), exception).asResponse();
        String allow = theirs.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? ours
                : Response.fromResponse(ours).header(HttpHeaders.ALLOW, allow).build();
    }

    private static Refusal refusal(int status, WebApplicationException exception) {
        return switch (status) {
            case 404 ->
                new Refusal(
                        ErrorCode.NOT_FOUND,
                        "there is no such path; devices use /{idScope}/registrations/{registrationId}/register, operators "
                                + "/enrollments/{registrationId} and /enrollmentGroups/{enrollmentGroupId}");
            case 405 -> new Refusal(ErrorCode.METHOD_NOT_ALLOWED, "this path does not know that method");
            case 415 -> new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "send Content-Type: application/json");
            default -> status < 500 ? malformed() : failed(exception);
        };
    }

    private static Refusal malformed() {
        return new Refusal(ErrorCode.INVALID, "the request is malformed; check its path, query string and headers");
    }

    private static Refusal failed(WebApplicationException exception) {
        return new Refusal(ErrorCode.INTERNAL, UnexpectedProblemMapper.APOLOGY, Map.of(), Optional.of(exception));
    }
}
