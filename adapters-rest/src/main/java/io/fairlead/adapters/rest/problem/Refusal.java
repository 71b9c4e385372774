package io.fairlead.adapters.rest.problem;

import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.adapters.wire.problem.ProblemBody;
import io.fairlead.adapters.wire.problem.RefusedRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request is refused, as the entity of its response until {@link RefusalFilter} turns it into bytes.
 *
 * @param message what is wrong and what to do; safe to show
 * @param facts more of it by name
 * @param cause for the log alone
 */
public record Refusal(ErrorCode code, String message, Map<String, String> facts, Optional<Throwable> cause) {
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8");
    private static final MediaType PROBLEM = new MediaType("application", ProblemBody.SUBTYPE);

    public Refusal(ErrorCode code, String message) {
        this(code, message, Map.of(), Optional.empty());
    }

    /** What every transport says of it. */
    static Refusal of(RefusedRequest refused) {
        return new Refusal(refused.code(), refused.message(), refused.facts(), refused.cause());
    }

    /** This refusal, with what led to it for the log. */
    Refusal because(Throwable reason) {
        return new Refusal(code, message, facts, Optional.of(reason));
    }

    Response asResponse() {
        return Response.status(code.status()).entity(this).build();
    }

    /** An exception that ends the request with this refusal, wherever it is thrown. */
    public WebApplicationException asException() {
        return new WebApplicationException(asResponse());
    }

    /** The body of the response, in the form of the API that the path belongs to. */
    byte[] toJson(String path, String trackingId, Instant now) {
        return isOfOperatorApi(path)
                ? new ProblemBody(code, trackingId, message, facts, now).toJson()
                : new RefusedRequest(code, message, facts, cause).toJson(trackingId, now);
    }

    /** What that body is. */
    static MediaType mediaType(String path) {
        return isOfOperatorApi(path) ? PROBLEM : JSON;
    }

    private static boolean isOfOperatorApi(String path) {
        return path.startsWith("/operator/");
    }
}
