package io.fairlead.application.fake;

import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinSection;
import java.util.List;
import java.util.Optional;

/** What a hub in memory holds of one device. Each change is a new value; identity and twin age apart. */
record HeldDevice(
        HubDeviceKey key,
        DeviceState state,
        DeviceCredential credential,
        Optional<OwnershipMark> mark,
        String incarnation,
        long identityTag,
        long twinTag) {

    HeldDevice withStatus(HubDeviceStatus status) {
        return withIdentity(state.withStatus(status), credential);
    }

    HeldDevice withCredential(DeviceCredential next) {
        return withIdentity(state, next);
    }

    HeldDevice withCapabilities(DeviceCapabilities next) {
        return withIdentity(new DeviceState(state.status(), next, state.twin(), state.modules()), credential);
    }

    HeldDevice withTwin(DeviceTwin next) {
        DeviceState changed = new DeviceState(state.status(), state.capabilities(), next, state.modules());
        return next.equals(state.twin())
                ? this
                : new HeldDevice(key, changed, credential, mark, incarnation, identityTag, twinTag + 1);
    }

    /** Modules are identities of their own: they move neither tag of their device. */
    HeldDevice withModules(List<ModuleState> next) {
        DeviceState changed = new DeviceState(state.status(), state.capabilities(), state.twin(), next);
        return new HeldDevice(key, changed, credential, mark, incarnation, identityTag, twinTag);
    }

    private HeldDevice withIdentity(DeviceState next, DeviceCredential nextCredential) {
        boolean same = next.equals(state) && nextCredential.equals(credential);
        return same ? this : new HeldDevice(key, next, nextCredential, mark, incarnation, identityTag + 1, twinTag);
    }

    HubVersions versions() {
        return new HubVersions(incarnation, "identity-" + identityTag, "twin-" + twinTag);
    }

    /** As the hub shows it to the provisioning service. */
    HubSnapshot shownBy(HubProfile profile) {
        DeviceTwin twin = state.twin();
        DeviceTwin shown = profile.can(HubFeature.TWIN_REPORTED_READ)
                ? twin
                : new DeviceTwin(twin.tags(), twin.desired(), TwinSection.EMPTY);
        DeviceState seen = new DeviceState(state.status(), state.capabilities(), shown, state.modules());
        return new HubSnapshot(key, seen, versions(), mark, Optional.of(credential.fingerprint()));
    }
}
