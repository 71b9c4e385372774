package io.fairlead.application.throttling;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import java.time.Duration;
import java.util.Map;

/** Refusals for too many requests. */
public final class Throttled {
    /** The fact that says how many whole seconds to wait, at least 1: clients fail on anything but an integer. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    private static final long LONGEST_SECONDS = 3600;

    private Throttled() {}

    static ProvisioningException because(String reason, Duration wait) {
        long seconds =
                Math.min(LONGEST_SECONDS, Math.max(1, wait.plusMillis(999).toSeconds()));
        return new Problem(
                        Problem.Kind.THROTTLED,
                        reason + "; try again in " + seconds + " s",
                        Map.of(RETRY_AFTER, Long.toString(seconds)))
                .asException();
    }
}
