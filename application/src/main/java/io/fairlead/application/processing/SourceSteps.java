package io.fairlead.application.processing;

import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubException.Kind;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinLimits;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.HubStep;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a saga on the hub that the device leaves, or is reset on. */
final class SourceSteps {
    private final HubRegistry hubs;

    SourceSteps(HubRegistry hubs) {
        this.hubs = hubs;
    }

    /** Refuses what the target cannot hold, before anything is touched. */
    StepResult preflight(OperationProgress progress) {
        HubProfile profile = hubs.probe(progress.plan().target().hub());
        if (progress.plan().kind() == PlanKind.MOVE_RESETTING_UNSEEN) {
            return new StepResult.Went(progress.stepDone());
        }
        Optional<HubSnapshot> found = find(progress);
        if (found.isEmpty()) {
            return new StepResult.SourceGone();
        }
        DeviceState state = found.get().state();
        if (progress.plan().kind().keepsData()) {
            refuseWhatDoesNotFit(progress, profile, state);
        }
        return new StepResult.Went(noted(progress, found.get()).stepDone());
    }

    /** Notes the status first and disables only when it is the noted one: else a crash would forget it. */
    StepResult quiesce(OperationProgress progress, StepContext context) {
        Optional<HubSnapshot> found = find(progress);
        if (found.isEmpty()) {
            return new StepResult.SourceGone();
        }
        HubDeviceStatus status = found.get().state().status();
        if (context.mark().holds(status)) {
            return new StepResult.Went(progress.stepDone());
        }
        if (!progress.former().equals(Optional.of(status))) {
            return new StepResult.Went(noted(progress, found.get()));
        }
        hubs.setStatus(found.get().key(), context.mark().asStatus(), found.get().versions());
        return new StepResult.Went(progress.stepDone());
    }

    /** The snapshot is kept with the status that the device had before it was quiesced. */
    StepResult snapshot(OperationProgress progress, StepContext context) {
        Optional<HubSnapshot> found = find(progress);
        if (found.isEmpty()) {
            return context.taken().isPresent() ? new StepResult.Went(progress.stepDone()) : new StepResult.SourceGone();
        }
        HubSnapshot seen = found.get();
        HubDeviceStatus former = progress.former().orElseThrow();
        HubSnapshot kept = new HubSnapshot(
                seen.key(),
                seen.state().withStatus(former),
                seen.versions(),
                seen.mark(),
                seen.credentialFingerprint());
        return new StepResult.Went(progress.stepDone(), Optional.of(kept));
    }

    /**
     * What changed since the snapshot leads back: to the snapshot when the twin changed, to the quiescing when somebody
     * enabled the device. A ban by an operator is noted and travels along.
     */
    StepResult lookAgain(OperationProgress progress, StepContext context) {
        Optional<HubSnapshot> found = find(progress);
        if (found.isEmpty()) {
            return new StepResult.Went(progress.stepDone().withNote("the device vanished from the old hub meanwhile"));
        }
        HubDeviceStatus status = found.get().state().status();
        if (status.enabled()) {
            return again(progress, HubStep.QUIESCE);
        }
        if (!context.mark().holds(status) && !progress.former().equals(Optional.of(status))) {
            return again(progress.noted(status), HubStep.QUIESCE);
        }
        boolean changed = progress.plan().kind().keepsData() && !isUnchanged(found.get(), context.snapshot());
        return changed ? again(progress, HubStep.SNAPSHOT) : new StepResult.Went(progress.stepDone());
    }

    private static StepResult again(OperationProgress progress, HubStep from) {
        return progress.again(from)
                .<StepResult>map(back -> new StepResult.Went(back))
                .orElseGet(StepResult.Unsettled::new);
    }

    /** Content and versions, not the tag alone: not every hub moves it for every change. */
    private static boolean isUnchanged(HubSnapshot now, HubSnapshot then) {
        DeviceTwin twin = now.state().twin();
        return twin.equals(then.state().twin())
                && now.state().modules().equals(then.state().modules())
                && now.state().capabilities().equals(then.state().capabilities());
    }

    /** A device that an earlier operation of ours still holds has no status of its own: its release is owed first. */
    private static OperationProgress noted(OperationProgress progress, HubSnapshot found) {
        HubDeviceStatus status = found.state().status();
        if (OwnershipMark.holdsAny(status)) {
            throw new StillHeld(found);
        }
        return progress.noted(status);
    }

    private static void refuseWhatDoesNotFit(OperationProgress progress, HubProfile profile, DeviceState state) {
        String target = "hub " + progress.plan().target().hub();
        List<String> violations = violations(profile.limits(), state);
        if (!violations.isEmpty()) {
            throw new HubException(Kind.CAPACITY, target + " cannot hold the twin: " + String.join("; ", violations));
        }
        if (!state.modules().isEmpty() && !profile.can(HubFeature.MODULES)) {
            throw new HubException(
                    Kind.UNSUPPORTED,
                    target + " cannot hold the device's " + state.modules().size() + " module(s): remove them first");
        }
        boolean reports = !state.twin().reported().content().isEmpty();
        if (reports && !profile.can(HubFeature.TWIN_REPORTED_WRITE)) {
            throw new HubException(Kind.UNSUPPORTED, target + " cannot take over reported properties");
        }
    }

    private static List<String> violations(TwinLimits limits, DeviceState state) {
        List<String> found = new ArrayList<>(limits.violations(state.twin()));
        for (ModuleState module : state.modules()) {
            limits.violations(module.twin())
                    .forEach(broken -> found.add("module " + module.moduleId() + ": " + broken));
        }
        return found;
    }

    private Optional<HubSnapshot> find(OperationProgress progress) {
        HubAssignment source = progress.plan().source().orElseThrow();
        return hubs.read(source.key()).filter(device -> device.isIncarnation(source.incarnation()));
    }
}
