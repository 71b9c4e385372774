package io.fairlead.adapters.amqp;

import io.fairlead.adapters.amqp.engine.Fault;
import io.fairlead.adapters.wire.device.DeviceAnswer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Refusals as outcomes: conditions that clients act on, the error body, and when to come back. */
final class Outcomes {
    static final String ARGUMENT = "com.microsoft:argument-error";
    static final String UNAUTHORIZED = "amqp:unauthorized-access";

    private static final int SUCCESS_BELOW = 300;
    private static final int FAILURE_FROM = 500;

    private Outcomes() {}

    static boolean isRefusal(DeviceAnswer answer) {
        return answer.status() >= SUCCESS_BELOW;
    }

    /**
     * The Node client repeats after {@code amqp:internal-error} and {@code device-container-throttled} and nothing else; the
     * C# client reads the code in the description. Both names of the time to wait are looked for, each by its exact case.
     */
    static Fault fault(DeviceAnswer answer) {
        Map<String, Integer> info = new HashMap<>();
        answer.retryAfter().ifPresent(seconds -> {
            info.put("retry-after", (int) seconds);
            info.put("Retry-After", (int) seconds);
        });
        return new Fault(condition(answer.status()), new String(answer.json(), StandardCharsets.UTF_8), info);
    }

    private static String condition(int status) {
        if (status >= FAILURE_FROM) return "amqp:internal-error";
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403, 405 -> "amqp:not-allowed";
            case 404 -> "amqp:not-found";
            case 409, 412 -> "com.microsoft:precondition-failed";
            case 429 -> "com.microsoft:device-container-throttled";
            default -> ARGUMENT;
        };
    }
}
