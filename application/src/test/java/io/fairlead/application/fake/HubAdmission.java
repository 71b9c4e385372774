package io.fairlead.application.fake;

import io.fairlead.application.port.HubException;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.TwinSection;
import java.util.List;

/** What a hub lets in: nothing that it cannot keep, and nothing beyond its limits. */
record HubAdmission(HubProfile profile) {

    void check(DeviceState state) {
        check(state.capabilities());
        check(state.status());
        require(state.modules().isEmpty(), HubFeature.MODULES);
        require(state.twin().reported().content().isEmpty(), HubFeature.TWIN_REPORTED_WRITE);
        check(state.twin());
        state.modules().forEach(module -> check(module.twin()));
    }

    void check(HubDeviceStatus status) {
        require(status.enabled(), HubFeature.DISABLE);
    }

    void check(DeviceCapabilities capabilities) {
        require(!capabilities.iotEdge(), HubFeature.EDGE);
    }

    void check(DeviceTwin twin) {
        require(twin.tags().isEmpty(), HubFeature.TWIN_TAGS);
        require(twin.desired().content().isEmpty(), HubFeature.TWIN_DESIRED);
        List<String> violations = profile.limits().violations(twin);
        if (!violations.isEmpty()) {
            throw new HubException(HubException.Kind.INVALID, String.join("; ", violations));
        }
    }

    void require(boolean harmless, HubFeature feature) {
        if (!harmless && !profile.can(feature)) {
            throw new HubException(HubException.Kind.UNSUPPORTED, "this hub lacks " + feature);
        }
    }

    /** The state as this hub begins to keep it: without nulls, at version 1 where it keeps no versions. */
    DeviceState kept(DeviceState state) {
        List<ModuleState> modules = state.modules().stream()
                .map(module -> new ModuleState(module.moduleId(), kept(module.twin())))
                .toList();
        return new DeviceState(state.status(), state.capabilities(), kept(state.twin()), modules);
    }

    private DeviceTwin kept(DeviceTwin twin) {
        return new DeviceTwin(twin.tags().withoutNulls(), kept(twin.desired()), kept(twin.reported()));
    }

    private TwinSection kept(TwinSection section) {
        long version = profile.can(HubFeature.VERSIONS_KEPT) ? section.version() : 1;
        return new TwinSection(section.content().withoutNulls(), version);
    }
}
