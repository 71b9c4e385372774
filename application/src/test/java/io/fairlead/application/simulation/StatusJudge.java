package io.fairlead.application.simulation;

import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.PlanKind;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Holds the service to it that it frees no banned device and leaves the status of a device as it was (I6). */
final class StatusJudge {
    private final World world;
    private final Judge judge;

    StatusJudge(World world, Judge judge) {
        this.world = world;
        this.judge = judge;
    }

    /** The service changed a status. */
    void changed(Tracked device, HubDeviceStatus next) {
        if (next.equals(device.state().status()) || Tracked.isHold(next)) {
            return;
        }
        if (device.owedBan.filter(ban -> !ban.equals(next)).isPresent()) {
            throw new Violation("a ban was lost: " + device + " becomes " + next + ", not " + device.owedBan);
        }
        if (!device.isHeld()) {
            demandCarried(device, next);
        } else if (device.logical.isPresent()) {
            demandSame(device, next);
        } else {
            demandInherited(device, next);
        }
    }

    private void demandCarried(Tracked device, HubDeviceStatus next) {
        boolean carried = judge.all().stream()
                .filter(old -> old != device && old.isOurs())
                .anyMatch(old -> old.sinceHeld.contains(next));
        if (next.enabled() || !carried) {
            throw new Violation("the status of " + device + " was changed from "
                    + device.state().status() + " to " + next);
        }
    }

    private static void demandSame(Tracked device, HubDeviceStatus next) {
        if (!device.logical.filter(next::equals).isPresent() && !device.sinceHeld.contains(next)) {
            throw new Violation("let go of " + device + " with " + next + ", not " + device.logical);
        }
    }

    private void demandInherited(Tracked made, HubDeviceStatus next) {
        Optional<ReprovisionPlan> plan = made.maker
                .flatMap(world.journal()::operation)
                .flatMap(RegistrationOperation::progress)
                .map(OperationProgress::plan)
                .filter(one -> one.kind() != PlanKind.MOVE_RESETTING_UNSEEN);
        Optional<Tracked> source = plan.flatMap(ReprovisionPlan::source)
                .map(HubAssignment::incarnation)
                .flatMap(judge::find);
        if (source.isEmpty() || !source.get().present) {
            return;
        }
        Set<HubDeviceStatus> possible = new HashSet<>(source.get().sinceHeld);
        source.get().logical.ifPresent(possible::add);
        if (!source.get().isHeld() && !source.get().statusTouched) {
            return;
        }
        if (!possible.contains(next)) {
            throw new Violation(made + " got " + next + ", its source had " + possible);
        }
    }

    /** The service removed a device that it had moved: a ban there must have come along. */
    void deleted(Tracked gone) {
        Tracked latest = gone.latest();
        boolean banned = gone.logical.filter(status -> !status.enabled()).isPresent();
        if (!banned || latest == gone || gone.orphan || isTouched(gone)) {
            return;
        }
        if (latest.logical.isEmpty() || !latest.present) {
            latest.owedBan = gone.logical;
        } else if (!gone.sinceHeld.containsAll(latest.logical.stream().toList())
                || latest.logical.get().enabled()) {
            throw new Violation(
                    "a ban was lost: " + gone + " had " + gone.logical + ", " + latest + " has " + latest.logical);
        }
    }

    /** The device has gone on, or was created again: a ban that is still owed goes along. */
    void inherited(Tracked from, Tracked to) {
        if (from.owedBan.isEmpty() || to.statusTouched) {
            return;
        }
        if (to.logical.isEmpty()) {
            to.owedBan = from.owedBan;
        } else if (!to.logical.equals(from.owedBan)) {
            throw new Violation("a ban was lost: " + to + " has " + to.logical + ", not " + from.owedBan);
        }
    }

    private static boolean isTouched(Tracked gone) {
        for (Optional<Tracked> one = gone.successor; one.isPresent(); one = one.get().successor) {
            if (one.get().statusTouched) {
                return true;
            }
        }
        return false;
    }
}
