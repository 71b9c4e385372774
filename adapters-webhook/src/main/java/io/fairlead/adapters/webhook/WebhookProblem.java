package io.fairlead.adapters.webhook;

/** A webhook gave no usable answer; the message says why, without secrets and short enough to be shown. */
final class WebhookProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WebhookProblem(String message) {
        super(message);
    }

    WebhookProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
