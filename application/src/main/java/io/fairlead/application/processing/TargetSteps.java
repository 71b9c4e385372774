package io.fairlead.application.processing;

import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubException.Kind;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.HubRegistry.CreateOutcome;
import io.fairlead.application.port.HubRegistry.DeleteOutcome;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinSection;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.reprovisioning.PlanKind;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import java.util.List;
import java.util.Optional;

/** The steps of a saga on the hub where the device shall be. */
final class TargetSteps {
    private final HubRegistry hubs;

    TargetSteps(HubRegistry hubs) {
        this.hubs = hubs;
    }

    StepResult create(OperationProgress progress, StepContext context) {
        DeviceState wanted = wanted(progress, context);
        try {
            return create(progress, context, wanted);
        } catch (HubException e) {
            if (e.kind() != Kind.UNSUPPORTED || progress.plan().kind() != PlanKind.RECREATE_FROM_SNAPSHOT) {
                throw e;
            }
            // The device is lost and has to be somewhere: better with less than nowhere.
            String note = "reported properties and modules were left out: " + e.getMessage();
            return create(progress.withNote(note), context, withoutOptionalParts(wanted));
        }
    }

    private StepResult create(OperationProgress progress, StepContext context, DeviceState wanted) {
        HubDeviceKey key = progress.plan().target();
        CreateOutcome outcome = hubs.create(key, wanted, context.credential(key), context.mark());
        HubSnapshot device = outcome.device();
        if (!(outcome instanceof CreateOutcome.Exists) || isMadeEnabledBy(progress, context, device)) {
            return new StepResult.Went(noteVersions(progress, wanted, device)
                    .created(device.versions().incarnation())
                    .stepDone());
        }
        if (!isHalfMadeBy(context.mark(), device)) {
            return new StepResult.TargetTaken(device);
        }
        // Made by this operation from an older snapshot, and never enabled: away with it, and once more.
        if (hubs.delete(key, device.versions()) == DeleteOutcome.CHANGED) {
            throw new HubException(Kind.PRECONDITION, key + " changed while it was being made anew");
        }
        return create(progress, context, wanted);
    }

    private static DeviceState withoutOptionalParts(DeviceState state) {
        DeviceTwin twin = new DeviceTwin(state.twin().tags(), state.twin().desired(), TwinSection.EMPTY);
        return new DeviceState(state.status(), state.capabilities(), twin, List.of());
    }

    StepResult verify(OperationProgress progress, StepContext context) {
        HubDeviceKey key = progress.plan().target();
        HubSnapshot found = hubs.read(key)
                .filter(device -> isCreated(device, progress))
                .orElseThrow(() -> new HubException(Kind.INVALID, key + " vanished while it was being made"));
        if (!found.state().hasContentOf(wanted(progress, context))) {
            throw new HubException(Kind.INVALID, key + " does not hold what was written to it");
        }
        return new StepResult.Went(progress.stepDone());
    }

    /**
     * Only a device that is still held by this operation gets its status; what an operator set meanwhile stays, but is
     * written once more: if what was read here is the past, that is refused.
     */
    StepResult enable(OperationProgress progress, StepContext context) {
        HubDeviceKey key = progress.plan().target();
        HubSnapshot found = hubs.read(key)
                .filter(device -> isCreated(device, progress))
                .orElseThrow(() -> new HubException(Kind.INVALID, key + " vanished before it was enabled"));
        HubDeviceStatus now = found.state().status();
        HubDeviceStatus next =
                context.mark().holds(now) ? progress.former().orElseGet(() -> lastKnownStatus(context)) : now;
        hubs.setStatus(key, next, found.versions());
        return new StepResult.Went(progress.stepDone());
    }

    StepResult adopt(OperationProgress progress, StepContext context) {
        HubDeviceKey key = progress.plan().target();
        Optional<HubSnapshot> found = hubs.read(key);
        if (found.isEmpty()) {
            return new StepResult.SourceGone();
        }
        if (OwnershipMark.holdsAny(found.get().state().status())) {
            throw new StillHeld(found.get());
        }
        HubSnapshot adopted = hubs.adopt(
                key,
                context.credential(key),
                context.initial().capabilities(),
                found.get().versions());
        return new StepResult.Went(
                progress.created(adopted.versions().incarnation()).stepDone());
    }

    StepResult updateCredential(OperationProgress progress, StepContext context) {
        Optional<HubSnapshot> found = sourceAtTarget(progress);
        if (found.isEmpty()) {
            return new StepResult.SourceGone();
        }
        HubSnapshot device = found.get();
        hubs.updateCredential(device.key(), context.credential(device.key()), device.versions());
        return new StepResult.Went(
                progress.created(device.versions().incarnation()).stepDone());
    }

    /** Where the hub had to remove the device for it and a crash fell in between, it is created again. */
    StepResult resetTwin(OperationProgress progress, StepContext context) {
        HubDeviceKey key = progress.plan().target();
        Optional<HubSnapshot> found = hubs.read(key);
        if (found.isEmpty()) {
            CreateOutcome made = hubs.create(
                    key, context.initial().asState(context.mark().asStatus()), context.credential(key), context.mark());
            return isHalfMadeBy(context.mark(), made.device())
                    ? reset(progress, made.device())
                    : new StepResult.TargetTaken(made.device());
        }
        HubSnapshot device = found.get();
        if (!context.mark().holds(device.state().status())) {
            throw new HubException(Kind.PRECONDITION, key + " is no longer held by this operation");
        }
        boolean done = device.state().hasContentOf(context.initial().asState(HubDeviceStatus.ENABLED));
        HubSnapshot begun =
                done ? device : hubs.resetTwin(key, context.initial(), context.credential(key), device.versions());
        return reset(progress, withCredential(begun, context));
    }

    /** A credential that was rolled since travels with the reset. */
    private HubSnapshot withCredential(HubSnapshot device, StepContext context) {
        DeviceCredential proven = context.credential(device.key());
        return device.credentialFingerprint()
                        .filter(proven.fingerprint()::equals)
                        .isPresent()
                ? device
                : hubs.updateCredential(device.key(), proven, device.versions());
    }

    private static StepResult reset(OperationProgress progress, HubSnapshot device) {
        return new StepResult.Went(
                progress.created(device.versions().incarnation()).stepDone());
    }

    /** The state that the target shall hold: enabled at once only where no commit stands between. */
    private static DeviceState wanted(OperationProgress progress, StepContext context) {
        return switch (progress.plan().kind()) {
            case MOVE_KEEPING_DATA ->
                context.snapshot().state().withStatus(context.mark().asStatus());
            case MOVE_RESETTING_DATA, MOVE_RESETTING_UNSEEN ->
                context.initial().asState(context.mark().asStatus());
            case RECREATE_FROM_SNAPSHOT ->
                context.lastSeen()
                        .flatMap(LastSeen::state)
                        .orElseThrow(() -> new HubException(Kind.INVALID, "the snapshot to create from is gone"))
                        .snapshot()
                        .state();
            case RECREATE_INITIAL -> context.initial().asState(lastKnownStatus(context));
            case FIRST_ASSIGNMENT -> context.initial().asState(HubDeviceStatus.ENABLED);
            case ADOPTION, CREDENTIAL_UPDATE, RESET_IN_PLACE ->
                throw new IllegalArgumentException(
                        "nothing is created by " + progress.plan().kind());
        };
    }

    /** A device that was banned when it was last seen stays banned. */
    private static HubDeviceStatus lastKnownStatus(StepContext context) {
        return context.lastSeen().map(LastSeen::status).orElse(HubDeviceStatus.ENABLED);
    }

    private static OperationProgress noteVersions(OperationProgress progress, DeviceState wanted, HubSnapshot made) {
        boolean fell = made.state().twin().desired().version()
                        < wanted.twin().desired().version()
                || made.state().twin().reported().version()
                        < wanted.twin().reported().version();
        return fell ? progress.withNote("$version fell: the target hub does not keep versions") : progress;
    }

    /** Made by this operation before a crash, and used by somebody since: it was complete and is ours. */
    private static boolean isMadeEnabledBy(OperationProgress progress, StepContext context, HubSnapshot device) {
        return progress.plan().kind().createsEnabled() && device.mark().equals(Optional.of(context.mark()));
    }

    private static boolean isHalfMadeBy(OwnershipMark mark, HubSnapshot device) {
        return device.mark().equals(Optional.of(mark))
                && mark.holds(device.state().status());
    }

    private static boolean isCreated(HubSnapshot device, OperationProgress progress) {
        return progress.targetIncarnation().filter(device::isIncarnation).isPresent();
    }

    private Optional<HubSnapshot> sourceAtTarget(OperationProgress progress) {
        ReprovisionPlan plan = progress.plan();
        return hubs.read(plan.target())
                .filter(device ->
                        device.isIncarnation(plan.source().orElseThrow().incarnation()));
    }
}
