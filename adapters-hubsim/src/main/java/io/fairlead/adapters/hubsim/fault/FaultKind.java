package io.fairlead.adapters.hubsim.fault;

import io.fairlead.application.port.HubException;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong with a call. */
public enum FaultKind {
    /** The hub cannot be reached; not applied. */
    DOWN(HubException.Kind.TRANSIENT, "the hub cannot be reached"),
    /** The hub asks to be left alone, for the time given; not applied. */
    THROTTLED(HubException.Kind.THROTTLED, "the hub has too many requests"),
    /** The call takes so much longer, and then goes its way. */
    SLOW(null, ""),
    /** The answer is lost: applied, and nobody is told. */
    APPLIED_BUT_TIMED_OUT(HubException.Kind.AMBIGUOUS, "the hub did not answer in time"),
    /** The request is lost: not applied, and nobody can tell from {@link #APPLIED_BUT_TIMED_OUT}. */
    TIMED_OUT(HubException.Kind.AMBIGUOUS, "the hub did not answer in time"),
    /** A read shows the past; other calls are left alone. */
    STALE(null, ""),
    /** The hub refuses for good. */
    REFUSED(HubException.Kind.INVALID, "the hub refuses this"),
    UNAUTHORIZED(HubException.Kind.UNAUTHORIZED, "the hub refuses our credentials"),
    FULL(HubException.Kind.CAPACITY, "the hub is full");

    private final Optional<HubException.Kind> failure;
    private final String message;

    FaultKind(HubException.Kind failure, String message) {
        this.failure = Optional.ofNullable(failure);
        this.message = message;
    }

    /** The name as a script writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it must say for how long. */
    boolean needsTime() {
        return this == SLOW;
    }

    boolean takesTime() {
        return this == SLOW || this == THROTTLED;
    }

    Optional<HubException.Kind> failure() {
        return failure;
    }

    String message() {
        return message;
    }
}
