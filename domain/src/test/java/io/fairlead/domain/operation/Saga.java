package io.fairlead.domain.operation;

import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.operation.MapHubs.Held;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.PlanKind;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One operation played on {@link MapHubs}: its fields are what is stored, so that whoever calls {@link #run} after it
 * threw is a worker that takes over. Each step reads before it writes, keeps what it changed, and is told of at every
 * point where a worker can die.
 */
final class Saga {
    static final RegistrationFailure CAUSE =
            new RegistrationFailure(FailureKind.HUB_UNREACHABLE, "the test wants it", Instant.EPOCH);
    static final String NEW_CREDENTIAL = "credential just proven";

    final MapHubs hubs;
    final OwnershipMark mark;
    final DeviceState initial;
    private final boolean resetsAtOnce;
    private final Consumer<String> points;

    OperationProgress progress;
    OperationStatus status = OperationStatus.RUNNING;
    Optional<DeviceState> snapshot = Optional.empty();
    Optional<HubAssignment> assignment;
    boolean removalOwed;

    /**
     * @param resetsAtOnce whether the hubs reset a twin in one act; else they remove the device and create it again
     * @param points hears of every moment between two acts
     */
    Saga(
            MapHubs hubs,
            ReprovisionPlan plan,
            OwnershipMark mark,
            DeviceState initial,
            boolean resetsAtOnce,
            Consumer<String> points) {
        this.hubs = hubs;
        this.mark = mark;
        this.initial = initial;
        this.resetsAtOnce = resetsAtOnce;
        this.points = points;
        this.progress = OperationProgress.begin(plan, List.of());
        this.assignment = plan.source();
    }

    /** Goes on from what is stored to the end of the operation and of what it owes. */
    void run() {
        while (status == OperationStatus.RUNNING) {
            Optional<HubStep> next = progress.next();
            if (next.isEmpty()) {
                end();
            } else {
                points.accept("before " + next.get());
                act(next.get());
            }
        }
        while (removalOwed) {
            points.accept("before the duty");
            removeSource();
        }
        points.accept("at the end");
    }

    /** Turns back, if that is still possible. */
    void giveUp() {
        if (progress.givingUp().isEmpty() && !progress.isPastReturn() && status == OperationStatus.RUNNING) {
            progress = progress.turnBack(CAUSE);
        }
    }

    private void end() {
        boolean turnedBack = progress.givingUp().isPresent();
        if (!turnedBack) {
            assignment = Optional.of(arrived());
            removalOwed = plan().removeSource();
        }
        status = turnedBack ? OperationStatus.FAILED : OperationStatus.ASSIGNED;
    }

    private void act(HubStep step) {
        switch (step) {
            case PREFLIGHT -> preflight();
            case QUIESCE -> quiesce();
            case SNAPSHOT -> takeSnapshot();
            case CREATE -> create();
            case VERIFY -> verify();
            case LOOK_AGAIN -> lookAgain();
            case COMMIT -> commit();
            case ENABLE -> enable();
            case ADOPT -> adopt();
            case UPDATE_CREDENTIAL -> updateCredential();
            case RESET_TWIN -> resetTwin();
            case RELEASE_SOURCE -> release();
            case REMOVE_TARGET -> removeTarget();
        }
    }

    private void preflight() {
        boolean asks = plan().kind() != PlanKind.MOVE_RESETTING_UNSEEN;
        Optional<Held> device = asks ? source() : Optional.empty();
        keep(HubStep.PREFLIGHT, device.map(this::noted).orElse(progress).stepDone());
    }

    private void quiesce() {
        Held device = source().orElseThrow();
        HubDeviceStatus now = device.state().status();
        if (!mark.holds(now) && !progress.former().equals(Optional.of(now))) {
            progress = progress.noted(now);
            return;
        }
        hubs.put(place(), device.withStatus(mark.asStatus()));
        keep(HubStep.QUIESCE, progress.stepDone());
    }

    /** Snapshot and cursor are kept in one transaction. */
    private void takeSnapshot() {
        DeviceState seen = source().orElseThrow().state();
        points.accept("after SNAPSHOT");
        snapshot = Optional.of(seen.withStatus(progress.former().orElseThrow()));
        progress = progress.stepDone();
    }

    private void create() {
        Optional<Held> there = hubs.find(target());
        if (there.isPresent() && !isOurs(there.get())) {
            throw new IllegalStateException("a foreign device at " + target());
        }
        if (there.filter(device -> device.state().hasContentOf(wanted())).isEmpty()) {
            there.ifPresent(old -> hubs.remove(target()));
            points.accept("within CREATE");
            hubs.create(target(), Optional.of(mark), NEW_CREDENTIAL, wanted());
        }
        keepIncarnation(HubStep.CREATE);
    }

    private void verify() {
        if (!hubs.find(target()).orElseThrow().state().hasContentOf(wanted())) {
            throw new IllegalStateException("the target holds something else");
        }
        keep(HubStep.VERIFY, progress.stepDone());
    }

    private void lookAgain() {
        boolean changed = progress.plan().kind().keepsData()
                && !source().orElseThrow().state().hasContentOf(snapshot.orElseThrow());
        Optional<OperationProgress> next =
                changed ? progress.again(HubStep.SNAPSHOT) : Optional.of(progress.stepDone());
        next.ifPresentOrElse(found -> keep(HubStep.LOOK_AGAIN, found), this::giveUp);
    }

    /** Assignment and cursor are kept in one transaction. */
    private void commit() {
        assignment = Optional.of(arrived());
        progress = progress.stepDone();
    }

    private void enable() {
        Held device = hubs.find(target()).orElseThrow();
        if (mark.holds(device.state().status())) {
            hubs.put(target(), device.withStatus(progress.former().orElse(HubDeviceStatus.ENABLED)));
        }
        keep(HubStep.ENABLE, progress.stepDone());
    }

    private void adopt() {
        Held device = hubs.find(target()).orElseThrow();
        DeviceState state = device.state();
        hubs.put(
                target(),
                device.withCredential(NEW_CREDENTIAL)
                        .withState(new DeviceState(
                                state.status(), initial.capabilities(), state.twin(), state.modules())));
        keepIncarnation(HubStep.ADOPT);
    }

    private void updateCredential() {
        hubs.put(target(), hubs.find(target()).orElseThrow().withCredential(NEW_CREDENTIAL));
        keepIncarnation(HubStep.UPDATE_CREDENTIAL);
    }

    private void resetTwin() {
        DeviceState held = initial.withStatus(mark.asStatus());
        Optional<Held> device = hubs.find(target());
        if (device.isPresent() && resetsAtOnce) {
            hubs.put(target(), device.get().withState(held));
        } else if (device.filter(it -> it.state().hasContentOf(held)).isEmpty()) {
            hubs.remove(target());
            points.accept("within RESET_TWIN");
            hubs.create(target(), Optional.of(mark), NEW_CREDENTIAL, held);
        }
        keepIncarnation(HubStep.RESET_TWIN);
    }

    /** Whatever carries the hold of this operation is let go: a reset may have created it again. */
    private void release() {
        hubs.find(place())
                .filter(device -> mark.holds(device.state().status()))
                .ifPresent(device ->
                        hubs.put(place(), device.withStatus(progress.former().orElseThrow())));
        keep(HubStep.RELEASE_SOURCE, progress.stepDone());
    }

    private void removeTarget() {
        hubs.find(target()).filter(this::isOurs).ifPresent(device -> hubs.remove(target()));
        keep(HubStep.REMOVE_TARGET, progress.stepDone());
    }

    private void removeSource() {
        hubs.find(place())
                .filter(device -> device.incarnation()
                        .equals(plan().source().orElseThrow().incarnation()))
                .ifPresent(device -> hubs.remove(place()));
        points.accept("after the duty");
        removalOwed = false;
    }

    private OperationProgress noted(Held device) {
        return progress.noted(device.state().status());
    }

    private void keepIncarnation(HubStep step) {
        String incarnation = hubs.find(target()).orElseThrow().incarnation();
        keep(step, progress.created(incarnation).stepDone());
    }

    private void keep(HubStep step, OperationProgress next) {
        points.accept("after " + step);
        progress = next;
    }

    private DeviceState wanted() {
        PlanKind kind = plan().kind();
        if (kind == PlanKind.RECREATE_FROM_SNAPSHOT) {
            return snapshot.orElseThrow();
        }
        DeviceState content = kind.keepsData() ? snapshot.orElseThrow() : initial;
        return kind.createsEnabled() ? content : content.withStatus(mark.asStatus());
    }

    private boolean isOurs(Held device) {
        return device.mark().equals(Optional.of(mark));
    }

    private Optional<Held> source() {
        return plan().source()
                .flatMap(from -> hubs.find(from.key())
                        .filter(device -> device.incarnation().equals(from.incarnation())));
    }

    private HubAssignment arrived() {
        return new HubAssignment(target(), progress.targetIncarnation().orElseThrow(), NEW_CREDENTIAL);
    }

    private ReprovisionPlan plan() {
        return progress.plan();
    }

    private HubDeviceKey place() {
        return plan().source().orElseThrow().key();
    }

    private HubDeviceKey target() {
        return plan().target();
    }
}
