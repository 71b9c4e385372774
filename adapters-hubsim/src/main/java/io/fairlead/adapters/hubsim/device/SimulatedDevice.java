package io.fairlead.adapters.hubsim.device;

import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A device on a simulated hub. A change that changes nothing returns the very same value.
 *
 * @param mark the sign of the operation that created it; empty where somebody else did
 * @param age of the whole
 */
public record SimulatedDevice(
        HubDeviceKey key, DeviceState state, DeviceCredential credential, Optional<OwnershipMark> mark, Age age) {

    /**
     * How often a device was changed since it was created, part by part.
     *
     * @param incarnation of this creation, random
     * @param revision counts every change, also those that no tag tells
     */
    public record Age(String incarnation, long revision, long identityTag, long twinTag) {
        public static Age newborn(String incarnation) {
            return new Age(incarnation, 1, 1, 1);
        }
    }

    public SimulatedDevice withStatus(HubDeviceStatus status) {
        return withIdentity(state.withStatus(status), credential);
    }

    public SimulatedDevice withCredential(DeviceCredential next) {
        return withIdentity(state, next);
    }

    public SimulatedDevice withCapabilities(DeviceCapabilities next) {
        return withIdentity(new DeviceState(state.status(), next, state.twin(), state.modules()), credential);
    }

    /** Only given sections change, each one version on if it differs. */
    public SimulatedDevice withTwin(TwinDocument tags, TwinDocument desired, TwinDocument reported) {
        DeviceTwin old = state.twin();
        DeviceTwin next = new DeviceTwin(
                tags.withoutNulls(),
                old.desired().becoming(desired.withoutNulls()),
                old.reported().becoming(reported.withoutNulls()));
        DeviceState changed = new DeviceState(state.status(), state.capabilities(), next, state.modules());
        Age older = new Age(age.incarnation, age.revision + 1, age.identityTag, age.twinTag + 1);
        return next.equals(old) ? this : new SimulatedDevice(key, changed, credential, mark, older);
    }

    /** With one module more. A module is an identity of its own: no tag of its device moves. */
    public SimulatedDevice withModule(ModuleState module) {
        List<ModuleState> modules = new ArrayList<>(state.modules());
        modules.add(module);
        return withModules(modules);
    }

    /** With the initial configuration and nothing else but status, credential and mark. */
    public SimulatedDevice reset(InitialConfiguration initial) {
        return withTwin(initial.twin().tags(), initial.twin().desired(), TwinDocument.EMPTY)
                .withCapabilities(initial.capabilities())
                .withModules(List.of());
    }

    private SimulatedDevice withModules(List<ModuleState> modules) {
        DeviceState changed = new DeviceState(state.status(), state.capabilities(), state.twin(), modules);
        Age older = new Age(age.incarnation, age.revision + 1, age.identityTag, age.twinTag);
        return modules.equals(state.modules()) ? this : new SimulatedDevice(key, changed, credential, mark, older);
    }

    private SimulatedDevice withIdentity(DeviceState next, DeviceCredential nextCredential) {
        boolean same = next.equals(state) && nextCredential.equals(credential);
        Age older = new Age(age.incarnation, age.revision + 1, age.identityTag + 1, age.twinTag);
        return same ? this : new SimulatedDevice(key, next, nextCredential, mark, older);
    }

    public HubVersions versions() {
        return new HubVersions(age.incarnation, Long.toString(age.identityTag), Long.toString(age.twinTag));
    }

    /** As the hub shows it to the provisioning service: without its credential. */
    public HubSnapshot shown() {
        return new HubSnapshot(key, state, versions(), mark, Optional.of(credential.fingerprint()));
    }

    /** Whether creating this device again would make the same: same mark, credential and content. */
    public boolean isRepeatedBy(SimulatedDevice wanted) {
        return mark.equals(wanted.mark) && credential.equals(wanted.credential) && state.hasContentOf(wanted.state);
    }
}
