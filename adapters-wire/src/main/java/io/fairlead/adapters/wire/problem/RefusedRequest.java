package io.fairlead.adapters.wire.problem;

import io.fairlead.adapters.wire.text.LogText;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.throttling.Throttled;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a request is refused, the same over every transport.
 *
 * @param message what is wrong and what to do; safe to show
 * @param facts more of it by name
 * @param cause for the log alone
 */
public record RefusedRequest(ErrorCode code, String message, Map<String, String> facts, Optional<Throwable> cause) {
    private static final int LONGEST_MESSAGE = 500;
    /** All that a client learns of an accident. */
    public static final String FAILED =
            "the service failed; try again, and give its operator the tracking id if it stays so";

    public RefusedRequest(ErrorCode code, String message) {
        this(code, message, Map.of(), Optional.empty());
    }

    /** What the client is told of something thrown; of an accident only that there was one. */
    public static RefusedRequest of(Throwable thrown) {
        if (thrown instanceof ProvisioningException refusal) {
            Problem problem = refusal.problem();
            return new RefusedRequest(
                    ErrorCode.of(problem.kind()),
                    problem.detail(),
                    problem.facts(),
                    Optional.ofNullable(refusal.getCause()));
        }
        return new RefusedRequest(ErrorCode.INTERNAL, FAILED, Map.of(), Optional.of(thrown));
    }

    /** When to come back, in whole seconds, where the refusal knows it. */
    public OptionalLong retryAfter() {
        String seconds = facts.get(Throttled.RETRY_AFTER);
        return seconds == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seconds));
    }

    /** Whether the service itself is to blame, so that its log should have the cause. */
    public boolean isOurFault() {
        return code.status() >= 500 && cause.isPresent();
    }

    /** The error body. */
    public byte[] toJson(String trackingId, Instant now) {
        return new ErrorBody(code.code(), trackingId, message, facts, now).toJson();
    }

    /** One line for the log, bounded and printable. @param what which request; no secrets */
    public String logLine(String what, String trackingId) {
        return "refused " + what + ": " + code.code() + " " + LogText.clean(message, LONGEST_MESSAGE) + " trackingId="
                + trackingId;
    }
}
