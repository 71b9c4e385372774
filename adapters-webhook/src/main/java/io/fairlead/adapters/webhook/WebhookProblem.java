package io.fairlead.adapters.webhook;

import java.time.Duration;

/** A webhook gave no usable answer; the message says why, without secrets and short enough to be shown. */
final class WebhookProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean silence;

    WebhookProblem(String message) {
        this(message, null);
    }

    WebhookProblem(String message, Throwable cause) {
        this(message, cause, false);
    }

    private WebhookProblem(String message, Throwable cause, boolean silence) {
        super(message, cause);
        this.silence = silence;
    }

    /** It did not answer in time. */
    static WebhookProblem silence(Duration patience, Throwable cause) {
        return new WebhookProblem(
                "the allocation webhook did not answer within " + patience.toMillis() + " ms", cause, true);
    }

    boolean isSilence() {
        return silence;
    }
}
