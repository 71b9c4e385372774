package io.fairlead.application.simulation;

import io.fairlead.application.fake.HubCall;
import io.fairlead.application.fake.HubCall.Moment;
import io.fairlead.application.fake.HubFault;
import io.fairlead.domain.reprovisioning.HubStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that can go wrong at one place in a step: what fails, and whether before, amid or after its effect. */
enum Blow {
    REFUSED(HubFault.REFUSED, Moment.BEFORE),
    UNAUTHORIZED(HubFault.UNAUTHORIZED, Moment.BEFORE),
    FULL(HubFault.FULL, Moment.BEFORE),
    THROTTLED(HubFault.THROTTLED, Moment.BEFORE),
    UNREACHABLE(HubFault.UNREACHABLE, Moment.BEFORE),
    STALE(HubFault.STALE, Moment.BEFORE),
    LOST_BEFORE(HubFault.TIMED_OUT, Moment.BEFORE),
    LOST_MIDWAY(HubFault.TIMED_OUT, Moment.MIDWAY),
    LOST_AFTER(HubFault.TIMED_OUT, Moment.AFTER),
    CRASH_BEFORE(HubFault.CRASH, Moment.BEFORE),
    CRASH_MIDWAY(HubFault.CRASH, Moment.MIDWAY),
    CRASH_AFTER(HubFault.CRASH, Moment.AFTER),
    /** The worker stands still inside the call while its lease ends and others go on. */
    LATE_BEFORE(Moment.BEFORE),
    LATE_MIDWAY(Moment.MIDWAY),
    LATE_AFTER(Moment.AFTER),
    /** The database refuses the write that keeps the step. */
    STORE_BEFORE,
    /** The write is durable, its answer is lost. */
    STORE_AFTER,
    STORE_CRASH_BEFORE,
    STORE_CRASH_AFTER;

    private final HubFault fault;
    private final Optional<Moment> moment;

    Blow() {
        this.fault = HubFault.NONE;
        this.moment = Optional.empty();
    }

    Blow(Moment moment) {
        this(HubFault.NONE, moment);
    }

    Blow(HubFault fault, Moment moment) {
        this.fault = fault;
        this.moment = Optional.of(moment);
    }

    /** What a hub in memory is told to do. */
    HubFault fault() {
        return fault;
    }

    boolean isLate() {
        return moment.isPresent() && fault == HubFault.NONE;
    }

    boolean isMidway() {
        return moment.filter(Moment.MIDWAY::equals).isPresent();
    }

    boolean isOnHub() {
        return moment.isPresent();
    }

    /** Whether it can strike here. */
    boolean fits(HubCall call, Moment at) {
        return moment.filter(at::equals).isPresent() && (this != STALE || call.method() == HubCall.Method.READ);
    }

    /** Whether it can strike this step at all: the commit touches no hub, and only two steps may have a middle. */
    boolean canMeet(HubStep step) {
        if (!isOnHub()) {
            return true;
        }
        if (step == HubStep.COMMIT || (this == STALE && step == HubStep.CREATE)) {
            return false;
        }
        return moment.orElseThrow() != Moment.MIDWAY || step == HubStep.CREATE || step == HubStep.RESET_TWIN;
    }

    static List<Blow> onHub() {
        return Stream.of(values()).filter(Blow::isOnHub).toList();
    }
}
