package io.fairlead.application.simulation;

import io.fairlead.application.fake.HubCall;
import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.fake.HubChange;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Watches a world. It sees every change on the hubs when it happens, knows whether the service or a user made it, and
 * every commit; and it throws as soon as an invariant is broken.
 */
final class Judge {
    private static final Duration LAG = Duration.ofSeconds(30);

    private final World world;
    private final Map<String, Tracked> all = new LinkedHashMap<>();
    private final Map<HubDeviceKey, Instant> changedAt = new HashMap<>();
    private final TwinJudge twins;
    private final StatusJudge statuses;
    private final OperationJudge operations;
    private Optional<HubAssignment> assignment = Optional.empty();
    /** Operations whose record was removed while they ran: nobody knows of them when the device comes again. */
    private final Set<OperationId> unrecorded = new HashSet<>();
    /** What a hub has denied although it held it. */
    private boolean lied;

    Judge(World world) {
        this.world = world;
        this.twins = new TwinJudge(world, this);
        this.statuses = new StatusJudge(world, this);
        this.operations = new OperationJudge(world, this);
    }

    // What it sees.

    /** The service may have changed something, in this call. */
    void observe(Optional<HubCall> call) {
        for (HubChange change : drain()) {
            switch (change.kind()) {
                case CREATED -> serviceCreated(change, call);
                case DELETED -> serviceDeleted(change, call);
                default -> serviceChanged(change);
            }
            checkEnabledOnce(change);
        }
    }

    /** A user has changed something. */
    void observeUser() {
        for (HubChange change : drain()) {
            switch (change.kind()) {
                case CREATED -> all.put(change.incarnation(), new Tracked(read(change.key()), Optional.empty()));
                case DELETED -> {
                    Tracked gone = at(change.incarnation());
                    gone.present = false;
                    gone.removedByUser = true;
                }
                default -> userChanged(at(change.incarnation()));
            }
        }
    }

    /** Whether a hub may still show what was there before: for a short time after a change. */
    boolean mayShowThePast(HubCall call) {
        Instant now = world.clock().instant();
        return call.device()
                .map(changedAt::get)
                .filter(at -> at.plus(LAG).isAfter(now))
                .isPresent();
    }

    private List<HubChange> drain() {
        List<HubChange> changes = world.hubs().log().changes();
        if (!changes.isEmpty()) {
            changes.forEach(change -> changedAt.put(change.key(), world.clock().instant()));
            world.hubs().log().clear();
            changes.forEach(change -> world.trace().add(() -> "    " + change));
        }
        return changes;
    }

    private void userChanged(Tracked device) {
        boolean wasHeld = device.isHeld();
        boolean wasEnabled = device.state().status().enabled();
        HubSnapshot now = read(device.place);
        if (!now.state().status().equals(device.state().status())) {
            device.statusTouched = true;
            device.owedBan = Optional.empty();
            boolean freed = now.state().status().enabled() && !wasEnabled;
            device.excused |= freed
                    && (wasHeld
                            || world.journal()
                                    .assignment()
                                    .filter(at -> at.incarnation().equals(device.incarnation))
                                    .isEmpty());
        }
        device.see(now);
    }

    private void serviceCreated(HubChange change, Optional<HubCall> call) {
        HubSnapshot now = read(change.key());
        Optional<RegistrationOperation> maker = now.mark()
                .map(OwnershipMark::operation)
                .flatMap(world.journal()::operation)
                .or(world.journal()::running);
        Tracked made = new Tracked(now, maker.map(RegistrationOperation::id));
        all.put(change.incarnation(), made);
        Optional<PlanKind> kind = maker.flatMap(RegistrationOperation::progress)
                .map(progress -> progress.plan().kind());
        boolean again = call.filter(one -> one.method() == Method.RESET_TWIN).isPresent()
                || kind.filter(PlanKind.RESET_IN_PLACE::equals).isPresent();
        if (again) {
            all.values().stream()
                    .filter(old -> old != made && old.place.equals(made.place) && old.assigned)
                    .map(Tracked::latest)
                    .filter(old -> old != made && !old.present)
                    .reduce((first, second) -> second)
                    .ifPresent(old -> continues(old, made));
        }
        twins.created(made, again ? Optional.of(PlanKind.RESET_IN_PLACE) : kind);
    }

    /** A reset that cannot be done in one act: the device goes on under another incarnation. */
    private static void continues(Tracked old, Tracked made) {
        old.successor = Optional.of(made);
        old.leftBy = Optional.of(PlanKind.RESET_IN_PLACE);
        made.logical = old.logical;
        made.sinceHeld.addAll(old.sinceHeld);
        made.orphan = old.orphan;
        made.statusTouched = old.statusTouched;
    }

    private void serviceDeleted(HubChange change, Optional<HubCall> call) {
        Tracked gone = at(change.incarnation());
        if (!gone.isOurs()) {
            throw new Violation("I5: a stranger's device was removed: " + gone);
        }
        gone.present = false;
        boolean resets = call.filter(one -> one.method() == Method.RESET_TWIN).isPresent();
        twins.deleted(gone, resets);
        if (!resets) {
            statuses.deleted(gone);
        }
    }

    private void serviceChanged(HubChange change) {
        Tracked device = at(change.incarnation());
        Optional<HubSnapshot> now = readIf(change.key(), change.incarnation());
        if (now.isEmpty()) {
            return;
        }
        if (!device.isOurs()
                && change.kind() != HubChange.Kind.CREDENTIAL
                && change.kind() != HubChange.Kind.CAPABILITIES) {
            throw new Violation("I5: a stranger's device was changed: " + change);
        }
        statuses.changed(device, now.get().state().status());
        twins.changed(device, now.get());
        device.see(now.get());
    }

    /** A read was told to show the past. */
    void lie(HubCall call) {
        lied = true;
        call.device()
                .ifPresent(place -> all.values().stream()
                        .filter(one -> one.present && one.place.equals(place))
                        .forEach(one -> {
                            one.excused = true;
                            one.shownStale = one.leftBy.isPresent();
                        }));
    }

    boolean wasLiedTo() {
        return lied;
    }

    /** I2: never enabled at two places. */
    private void checkEnabledOnce(HubChange change) {
        if (!change.enabled()) {
            Tracked calm = all.get(change.incarnation());
            if (calm != null && calm.leftBy.isEmpty() && !lied) {
                calm.excused = false;
            }
            return;
        }
        List<Tracked> enabled = all.values().stream()
                .filter(one -> one.isEnabled() && one.isOurs() && !one.orphan && !one.excused)
                .filter(one ->
                        one.assigned || one.maker.filter(unrecorded::contains).isEmpty())
                .toList();
        if (enabled.size() > 1) {
            throw new Violation("I2: enabled at once: " + enabled + " after " + change);
        }
    }

    /** A unit of work has been committed. */
    void committed() {
        List<RegistrationOperation> ended = world.journal().refresh();
        Optional<HubAssignment> now = world.journal().assignment();
        if (!now.equals(assignment)) {
            now.ifPresent(this::assigned);
            assignment = now;
        }
        ended.forEach(operations::ended);
    }

    private void assigned(HubAssignment to) {
        Tracked there = all.get(to.incarnation());
        if (there == null) {
            throw new Violation("the record points at something that never was: " + to);
        }
        there.assigned = true;
        there.orphan = false;
        Optional<Tracked> from = assignment
                .map(HubAssignment::incarnation)
                .filter(incarnation -> !incarnation.equals(to.incarnation()))
                .map(all::get);
        from.ifPresent(old -> left(old, there));
    }

    private void left(Tracked old, Tracked there) {
        if (old.successor.filter(there::equals).isPresent()) {
            return;
        }
        PlanKind kind = there.maker
                .flatMap(world.journal()::operation)
                .or(() -> world.journal().lastWorked())
                .flatMap(RegistrationOperation::progress)
                .orElseThrow()
                .plan()
                .kind();
        old.leftBy = Optional.of(kind);
        old.successor = Optional.of(there);
        if (kind == PlanKind.MOVE_RESETTING_UNSEEN) {
            old.excused = true;
        } else if (!kind.isMove() && kind != PlanKind.RESET_IN_PLACE && old.present && !lied) {
            throw new Violation("created again although it is there: " + old);
        }
        twins.moved(old, there, kind);
        statuses.inherited(old, there);
    }

    void recordRemoved() {
        world.journal().refresh();
        assignment = Optional.empty();
        all.values().stream().filter(one -> one.assigned).forEach(one -> {
            one.orphan = true;
            one.latest().orphan = true;
        });
        world.journal().running().ifPresent(operation -> unrecorded.add(operation.id()));
    }

    void told(DeviceRegistration record) {
        operations.told(record);
    }

    void refused(Problem.Kind kind) {
        operations.refused(kind);
    }

    // What it knows.

    Tracked at(String incarnation) {
        Tracked device = all.get(incarnation);
        if (device == null) {
            throw new Violation("nobody has seen " + incarnation + " come");
        }
        return device;
    }

    Optional<Tracked> find(String incarnation) {
        return Optional.ofNullable(all.get(incarnation));
    }

    List<Tracked> all() {
        return List.copyOf(all.values());
    }

    Optional<Tracked> presentAt(HubDeviceKey place) {
        return all.values().stream()
                .filter(one -> one.present && one.place.equals(place))
                .findFirst();
    }

    boolean isFree(HubDeviceKey place) {
        return presentAt(place).isEmpty();
    }

    List<Integer> numbersAt(HubDeviceKey place) {
        return presentAt(place).orElseThrow().numbers();
    }

    int modulesAt(HubDeviceKey place) {
        return presentAt(place).orElseThrow().state().modules().size();
    }

    /** The place on record, if the device is there. */
    Optional<HubDeviceKey> recorded() {
        return assignment
                .map(HubAssignment::incarnation)
                .map(all::get)
                .filter(one -> one.present)
                .map(one -> one.place);
    }

    /** Places that the device has left and that still hold it. */
    List<HubDeviceKey> former() {
        return all.values().stream()
                .filter(one -> one.present && one.leftBy.isPresent())
                .map(one -> one.place)
                .toList();
    }

    boolean isLeft(HubDeviceKey place) {
        return presentAt(place).filter(one -> one.leftBy.isPresent()).isPresent();
    }

    /** All places that hold something of ours. */
    List<HubDeviceKey> ours() {
        return all.values().stream()
                .filter(one -> one.present && one.isOurs())
                .map(one -> one.place)
                .toList();
    }

    HubSnapshot read(HubDeviceKey place) {
        return world.quietly(() -> world.hubs().read(place)).orElseThrow();
    }

    private Optional<HubSnapshot> readIf(HubDeviceKey place, String incarnation) {
        return world.quietly(() -> world.hubs().read(place)).filter(device -> device.isIncarnation(incarnation));
    }

    TwinJudge twins() {
        return twins;
    }

    OperationJudge operations() {
        return operations;
    }
}
