package io.fairlead.application.port;

import java.time.Duration;
import java.util.Optional;

/** A hub did not do what was asked. */
public final class HubException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What that means for the caller. */
    public enum Kind {
        /** Certainly not applied; trying again may help. */
        TRANSIENT,
        /** Perhaps applied: read before trying again. */
        AMBIGUOUS,
        /** Not applied; try again after the given time. */
        THROTTLED,
        /** Not applied; the hub holds something else than expected: read and decide again. */
        PRECONDITION,
        /** Not applied; the hub is full or too small for this device. */
        CAPACITY,
        /** Not applied; our credentials are refused there. */
        UNAUTHORIZED,
        /** Not applied; the hub will never accept this. */
        INVALID,
        /** Not applied; this kind of hub cannot do it. */
        UNSUPPORTED
    }

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    public HubException(Kind kind, String message) {
        this(kind, message, Optional.empty(), null);
    }

    public HubException(Kind kind, String message, Optional<Duration> retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** How long the hub asks to be left alone. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether the same call may succeed later. */
    public boolean isPassing() {
        return kind == Kind.TRANSIENT || kind == Kind.AMBIGUOUS || kind == Kind.THROTTLED || kind == Kind.PRECONDITION;
    }
}
