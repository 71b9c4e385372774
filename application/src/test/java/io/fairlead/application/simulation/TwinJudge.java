package io.fairlead.application.simulation;

import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the service to it that no state is lost (I1), except where the rules say so, and that a reset begins anew. */
final class TwinJudge {
    private static final List<String> SECTIONS = List.of("tags", "desired", "reported");

    private final World world;
    private final Judge judge;

    TwinJudge(World world, Judge judge) {
        this.world = world;
        this.judge = judge;
    }

    /** Whatever begins anew begins with an initial twin that the operator wrote. */
    void created(Tracked made, Optional<PlanKind> kind) {
        boolean anew = kind.filter(one -> one != PlanKind.MOVE_KEEPING_DATA && one != PlanKind.RECREATE_FROM_SNAPSHOT)
                .isPresent();
        if (anew) {
            demandInitial(made, made.numbers());
        }
    }

    private void demandInitial(Tracked device, List<Integer> numbers) {
        boolean begun = world.entry().everBeganWith(numbers.get(0))
                && world.entry().everBeganWith(numbers.get(1))
                && numbers.get(2) == 0;
        if (!begun) {
            throw new Violation("reset, but not to an initial configuration: " + device + " " + numbers);
        }
    }

    /** The service changed a twin in place: by a reset, or by carrying something here. */
    void changed(Tracked device, HubSnapshot now) {
        List<Integer> after = Lineage.of(now.state().twin());
        if (after.equals(device.numbers())) {
            return;
        }
        if (isBeingReset(device)) {
            demandSnapshot(device);
            demandInitial(device, after);
            device.resetInPlace = true;
            return;
        }
        demandKept(device, "overwritten", List.of(now.state()));
    }

    /** The service removed a device. */
    void deleted(Tracked gone, boolean resets) {
        if (resets) {
            demandSnapshot(gone);
            return;
        }
        boolean current = world.journal()
                .assignment()
                .filter(at -> at.incarnation().equals(gone.incarnation))
                .isPresent();
        if (current) {
            throw new Violation("I1: the device on record was removed: " + gone);
        }
        if (!gone.assigned || gone.orphan || gone.shownStale) {
            return;
        }
        if (gone.leftBy.filter(TwinJudge::beginsAnew).isPresent()) {
            return;
        }
        demandKept(gone, "removed", List.of());
    }

    /** The commit of a move: nothing may have come that was not there. */
    void moved(Tracked from, Tracked to, PlanKind kind) {
        if (kind != PlanKind.MOVE_KEEPING_DATA) {
            return;
        }
        for (int section = 0; section < SECTIONS.size(); section++) {
            if (!world.lineage()
                    .covers(from.numbers().get(section), to.numbers().get(section))) {
                throw new Violation("moved " + from + " " + from.numbers() + ", but " + to + " holds " + to.numbers());
            }
        }
    }

    private static boolean beginsAnew(PlanKind kind) {
        return kind != PlanKind.MOVE_KEEPING_DATA && kind != PlanKind.CREDENTIAL_UPDATE;
    }

    private boolean isBeingReset(Tracked device) {
        return world.journal().allRunning().stream()
                .flatMap(operation -> operation.progress().stream())
                .map(OperationProgress::plan)
                .filter(plan -> plan.kind() == PlanKind.RESET_IN_PLACE)
                .flatMap(plan -> plan.source().stream())
                .anyMatch(at -> at.incarnation().equals(device.incarnation));
    }

    private void demandSnapshot(Tracked device) {
        boolean kept = world.journal().allRunning().stream()
                .map(RegistrationOperation::id)
                .anyMatch(id -> world.quietly(() -> world.database()
                                .read(stores -> stores.snapshots().find(id)))
                        .isPresent());
        if (!kept) {
            throw new Violation("I1: reset without a snapshot: " + device);
        }
    }

    private void demandKept(Tracked device, String how, List<DeviceState> besides) {
        List<DeviceState> survivors = new ArrayList<>(besides);
        Tracked latest = device.latest();
        for (Optional<Tracked> one = device.successor; one.isPresent(); one = one.get().successor) {
            one.filter(next -> next.present).ifPresent(next -> survivors.add(next.state()));
        }
        if (latest != device && !latest.present) {
            survivors.addAll(snapshots());
        }
        survivors.addAll(parked());
        for (int section = 0; section < SECTIONS.size(); section++) {
            int at = section;
            int number = device.numbers().get(section);
            boolean kept = survivors.stream()
                    .anyMatch(state ->
                            world.lineage().covers(Lineage.of(state.twin()).get(at), number));
            if (!kept && !wasReset(device)) {
                throw new Violation("I1: " + how + ", and its " + SECTIONS.get(section) + " " + number
                        + " are nowhere: " + device + "; it is now " + latest + " "
                        + (latest.present ? latest.numbers() : "(gone)"));
            }
        }
        boolean modules = survivors.stream()
                .anyMatch(state -> state.modules().containsAll(device.state().modules()));
        if (!modules && !wasReset(device)) {
            throw new Violation("I1: " + how + ", and its modules are nowhere: " + device);
        }
    }

    /** Whether something on the way from here to where it is now began anew. */
    private boolean wasReset(Tracked device) {
        for (Tracked one = device; one.successor.isPresent(); one = one.successor.get()) {
            if (one.leftBy.filter(TwinJudge::beginsAnew).isPresent()) {
                return true;
            }
        }
        return device.latest().resetInPlace || hasBegunAnew(device.latest());
    }

    /** A reset that found the twin as it makes it changes nothing that could be seen. */
    private boolean hasBegunAnew(Tracked latest) {
        return world.journal().all().stream()
                .flatMap(operation -> operation.progress().stream())
                .filter(progress -> progress.plan().kind() == PlanKind.RESET_IN_PLACE && progress.isPastReturn())
                .flatMap(progress -> progress.plan().source().stream())
                .anyMatch(at -> at.incarnation().equals(latest.incarnation));
    }

    private List<DeviceState> snapshots() {
        return world.quietly(() -> world.database()
                .read(stores -> world.journal().all().stream()
                        .map(RegistrationOperation::id)
                        .flatMap(id -> stores.snapshots().find(id).stream())
                        .map(kept -> kept.snapshot().state())
                        .toList()));
    }

    private List<DeviceState> parked() {
        List<DeviceState> states = new ArrayList<>();
        world.quietly(() -> world.database()
                        .read(stores -> stores.hubDuties().of(world.device().id())))
                .forEach(duty -> duty.conflict().ifPresent(conflict -> add(states, conflict)));
        return states;
    }

    private static void add(List<DeviceState> states, HubDuty.Conflict conflict) {
        states.add(conflict.left().state());
        conflict.arrived().ifPresent(arrived -> states.add(arrived.state()));
    }
}
