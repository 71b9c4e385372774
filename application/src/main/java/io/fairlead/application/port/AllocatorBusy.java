package io.fairlead.application.port;

import java.time.Duration;

/** As many webhooks are being asked as may be at once: come back at the time that is kept for the caller. */
public final class AllocatorBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    public AllocatorBusy(Duration retryAfter) {
        super("too many allocation webhooks are being asked at once");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
