package io.fairlead.application.fake;

import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.application.port.HubException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What goes wrong at one moment of a call. Before the effect it prevents the effect; after it, the effect stands. */
public enum HubFault {
    NONE(EnumSet.allOf(Moment.class)),
    REFUSED(HubException.Kind.INVALID, "the hub refuses this for good", EnumSet.of(Moment.BEFORE)),
    UNAUTHORIZED(HubException.Kind.UNAUTHORIZED, "the hub refuses our credentials", EnumSet.of(Moment.BEFORE)),
    FULL(HubException.Kind.CAPACITY, "the hub is full", EnumSet.of(Moment.BEFORE)),
    THROTTLED(HubException.Kind.THROTTLED, "the hub asks to be left alone", EnumSet.of(Moment.BEFORE)),
    UNREACHABLE(HubException.Kind.TRANSIENT, "the hub cannot be reached", EnumSet.of(Moment.BEFORE)),
    /** No answer in time: the caller cannot tell a request lost on its way from an answer lost on its way. */
    TIMED_OUT(HubException.Kind.AMBIGUOUS, "the hub did not answer in time", EnumSet.allOf(Moment.class)),
    /** A read shows what was there before the last change; any other call is left alone. */
    STALE(EnumSet.of(Moment.BEFORE)),
    CRASH(EnumSet.allOf(Moment.class));

    /** How long a throttling hub asks for. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Optional<HubException.Kind> kind;
    private final String message;
    private final Set<Moment> moments;

    HubFault(Set<Moment> moments) {
        this.kind = Optional.empty();
        this.message = "";
        this.moments = moments;
    }

    HubFault(HubException.Kind kind, String message, Set<Moment> moments) {
        this.kind = Optional.of(kind);
        this.message = message;
        this.moments = moments;
    }

    /** Whether it can happen at this moment: nobody refuses what is done. */
    public boolean fits(Moment moment) {
        return moments.contains(moment);
    }

    void strike(HubCall call, Moment moment) {
        if (!fits(moment)) {
            throw new IllegalArgumentException(this + " makes no sense " + moment + " the effect of " + call);
        }
        if (this == CRASH) {
            throw new SimulatedCrash(moment + " " + call);
        }
        kind.ifPresent(what -> {
            Optional<Duration> pause = this == THROTTLED ? Optional.of(RETRY_AFTER) : Optional.empty();
            throw new HubException(what, message + ": " + call, pause, null);
        });
    }
}
