package io.fairlead.application.simulation;

import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.AllocationRequest;
import io.fairlead.domain.allocation.HubAllocator;
import io.fairlead.domain.allocation.HubChoice;
import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.EffectivePolicy;
import io.fairlead.domain.reprovisioning.PlanKind;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.util.List;
import java.util.Optional;

/** The end of a lifetime: faults cease, time passes, due work is done; then everything has to be in its place. */
final class Ending {
    private static final int ROUNDS = 60;
    private static final int PLENTY = 50;

    private final World world;
    private final Judge judge;

    Ending(World world) {
        this.world = world;
        this.judge = world.judge();
    }

    void play() {
        world.trace().add(() -> "--- the end begins");
        world.trouble().end();
        if (world.chance().percent(85)) {
            world.park().allSpeak();
        }
        settle();
        world.park().allSpeak();
        settle();
        demandOrder();
        register();
        settle();
        demandOrder();
        judge.operations().demandRefusalsAudited();
    }

    private void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            world.crowd().pass(301);
            for (SimNode node : world.nodes()) {
                node.workAccepted();
                for (int more = 0; more < PLENTY && node.workDue(PLENTY); more++) {
                    // What is done may leave more.
                }
            }
            if (world.journal().isIdle() && owed().isEmpty()) {
                return;
            }
        }
        throw new Violation("it never comes to rest: " + world.journal().running() + " owes " + owed());
    }

    /** What is owed to hubs that speak. */
    private List<HubDuty> owed() {
        return judge.operations().duties().stream()
                .filter(duty -> duty.kind() != HubDuty.Kind.CONFLICT)
                .filter(duty -> !world.park().isSilent(duty.place().hub()))
                .filter(duty -> duty.movedTo()
                        .filter(to -> world.park().isSilent(to.key().hub()))
                        .isEmpty())
                .toList();
    }

    /** The device is at most where the record says, and nothing is held. */
    private void demandOrder() {
        Optional<String> recorded = world.journal().assignment().map(HubAssignment::incarnation);
        for (Tracked one : judge.all()) {
            if (!one.present || !one.isOurs()) {
                continue;
            }
            if (one.isHeld()) {
                throw new Violation("held for ever: " + one + " " + one.state().status());
            }
            if (!one.orphan && recorded.filter(one.incarnation::equals).isEmpty()) {
                throw new Violation("left over: " + one + " beside " + recorded);
            }
        }
    }

    /** Everything is repaired, and the device registers once more. */
    private void register() {
        world.park().linkAll();
        world.entry().enable(true);
        world.entry().remove(false);
        world.entry().save();
        world.device().hold(world.entry().deviceKeys(world.device().id().value()));
        Expectation expected = expected();
        Optional<OperationId> before = world.journal().lastWorked().map(RegistrationOperation::id);
        world.trace().add(() -> "expected: " + expected);
        OperationReport report = answer();
        if (report.status() != expected.status()) {
            throw new Violation("the last register ended " + report + ", expected " + expected);
        }
        if (report.status() == OperationStatus.ASSIGNED) {
            demandArrived(expected.place().orElseThrow());
        }
        if (!before.equals(Optional.of(report.operationId()))) {
            world.journal().lastWorked().filter(Ending::beginsAnew).ifPresent(reset -> demandInitial());
        }
    }

    private OperationReport answer() {
        SimNode node = world.nodes().get(0);
        Optional<OperationReport> report = world.device().register(node, ReprovisioningSupport.NATIVE);
        for (int round = 0; round < ROUNDS; round++) {
            node.workAccepted();
            node.workDue(PLENTY);
            report = world.device().poll(node);
            if (report.filter(said -> said.status() != OperationStatus.RUNNING).isPresent()) {
                return report.get();
            }
            world.crowd().pass(5);
        }
        throw new Violation("the last register was not answered: " + report);
    }

    private void demandArrived(HubDeviceKey place) {
        HubAssignment at = world.journal().assignment().orElseThrow();
        if (!at.key().equals(place)) {
            throw new Violation("the policy demands " + place + ", the record says " + at.key());
        }
        Tracked there = judge.at(at.incarnation());
        boolean banned = there.logical.filter(status -> !status.enabled()).isPresent();
        if (!there.present
                || (!banned
                        && !world.hubs()
                                .users()
                                .canConnect(place, world.device().credential()))) {
            throw new Violation("the device cannot connect to " + place);
        }
    }

    private static boolean beginsAnew(RegistrationOperation operation) {
        return operation.status() == OperationStatus.ASSIGNED
                && operation.progress().map(OperationProgress::plan).map(plan -> plan.kind()).stream()
                        .anyMatch(kind -> kind == PlanKind.RESET_IN_PLACE || kind == PlanKind.MOVE_RESETTING_DATA);
    }

    private void demandInitial() {
        Tracked there = judge.at(world.journal().assignment().orElseThrow().incarnation());
        List<Integer> initial = List.of(world.entry().tags(), world.entry().desired(), 0);
        if (!there.numbers().equals(initial)) {
            throw new Violation("reset to " + there.numbers() + ", not to " + initial);
        }
    }

    private record Expectation(OperationStatus status, Optional<HubDeviceKey> place) {}

    private Expectation expected() {
        Optional<HubAssignment> current = world.journal().assignment();
        HubName hub = HubAllocator.choose(new AllocationRequest(
                        AllocationPolicy.HASHED,
                        world.entry().hubs(),
                        world.park().linked(),
                        world.device().id(),
                        Optional.empty(),
                        false,
                        RequestOrigin.UNKNOWN,
                        0,
                        new HubChoice.NotAsked()))
                .choice()
                .match(chosen -> chosen.hub(), none -> null, failed -> null, notAsked -> null);
        HubDeviceKey target = new HubDeviceKey(hub, world.entry().deviceId());
        if (current.isEmpty()) {
            return assigned(target);
        }
        EffectivePolicy policy = EffectivePolicy.of(world.entry().policy(), ReprovisioningSupport.NATIVE);
        HubDeviceKey from = current.get().key();
        boolean there = judge.at(current.get().incarnation()).present;
        if (policy.keepsAssignment() || from.equals(target)) {
            return there || judge.isFree(from) ? assigned(from) : failed();
        }
        boolean carried = there && policy != EffectivePolicy.RESET;
        return judge.isFree(target) && (!carried || fits(current.get(), target.hub())) ? assigned(target) : failed();
    }

    private boolean fits(HubAssignment current, HubName target) {
        Tracked carried = judge.at(current.incarnation());
        boolean modules = !carried.state().modules().isEmpty();
        boolean reports = carried.numbers().get(2) != 0;
        return (!modules || world.park().can(target, HubFeature.MODULES))
                && (!reports || world.park().can(target, HubFeature.TWIN_REPORTED_WRITE));
    }

    private static Expectation assigned(HubDeviceKey place) {
        return new Expectation(OperationStatus.ASSIGNED, Optional.of(place));
    }

    private static Expectation failed() {
        return new Expectation(OperationStatus.FAILED, Optional.empty());
    }
}
