package io.fairlead.adapters.hubsim.device;

import io.fairlead.application.port.HubException;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.device.TwinSection;
import java.util.List;

/** What a simulated hub lets in, by its profile: nothing that it cannot keep, nothing beyond its limits. */
public record Admission(HubProfile profile) {

    /** The state as the hub begins to keep it: without nulls, at version 1 where it keeps no versions. */
    public DeviceState admit(DeviceState state) {
        check(state.status());
        check(state.capabilities());
        require(HubFeature.MODULES, state.modules().isEmpty());
        require(
                HubFeature.TWIN_REPORTED_WRITE,
                state.twin().reported().content().isEmpty());
        List<ModuleState> modules = state.modules().stream()
                .map(module -> new ModuleState(module.moduleId(), admit(module.twin())))
                .toList();
        return new DeviceState(state.status(), state.capabilities(), admit(state.twin()), modules);
    }

    /**
     * Lets a status pass.
     *
     * @throws HubException {@link HubException.Kind#INVALID} for a reason with control characters, which no database
     *     column is sure to keep
     */
    public HubDeviceStatus check(HubDeviceStatus status) {
        require(HubFeature.DISABLE, status.enabled());
        if (status.reason()
                .filter(text -> text.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            throw new HubException(HubException.Kind.INVALID, "a status reason must hold no control characters");
        }
        return status;
    }

    public DeviceCapabilities check(DeviceCapabilities capabilities) {
        require(HubFeature.EDGE, !capabilities.iotEdge());
        return capabilities;
    }

    /** Lets a device with a changed twin pass. */
    public SimulatedDevice check(SimulatedDevice device) {
        check(device.state().twin());
        return device;
    }

    private void check(DeviceTwin twin) {
        require(HubFeature.TWIN_TAGS, twin.tags().isEmpty());
        require(HubFeature.TWIN_DESIRED, twin.desired().content().isEmpty());
        List<String> violations = profile.limits().violations(twin);
        if (!violations.isEmpty()) {
            throw new HubException(HubException.Kind.INVALID, String.join("; ", violations));
        }
    }

    /**
     * Refuses what needs a feature that the hub lacks.
     *
     * @param harmless whether this request can do without the feature
     */
    public void require(HubFeature feature, boolean harmless) {
        if (!harmless && !profile.can(feature)) {
            throw new HubException(HubException.Kind.UNSUPPORTED, "this simulated hub lacks " + feature);
        }
    }

    private DeviceTwin admit(DeviceTwin twin) {
        check(twin);
        TwinDocument tags = twin.tags().withoutNulls();
        return new DeviceTwin(tags, admit(twin.desired()), admit(twin.reported()));
    }

    private TwinSection admit(TwinSection section) {
        long version = profile.can(HubFeature.VERSIONS_KEPT) ? section.version() : 1;
        return new TwinSection(section.content().withoutNulls(), version);
    }
}
