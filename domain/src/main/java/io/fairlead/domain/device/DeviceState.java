package io.fairlead.domain.device;

import java.util.List;

/** Everything a hub holds of a device except its credential: what a move carries. */
public record DeviceState(
        HubDeviceStatus status, DeviceCapabilities capabilities, DeviceTwin twin, List<ModuleState> modules) {
    public DeviceState {
        modules = List.copyOf(modules);
    }

    public DeviceState withStatus(HubDeviceStatus next) {
        return new DeviceState(next, capabilities, twin, modules);
    }

    public DeviceState withoutModules() {
        return new DeviceState(status, capabilities, twin, List.of());
    }

    /** Whether both hold the same twin, capabilities and modules, whatever their status and versions. */
    public boolean hasContentOf(DeviceState other) {
        return capabilities.equals(other.capabilities) && twin.hasContentOf(other.twin) && hasModulesOf(other);
    }

    /** Whether both hold the same modules, whatever their versions. */
    boolean hasModulesOf(DeviceState other) {
        return modules.size() == other.modules.size()
                && modules.stream().allMatch(module -> other.modules.stream().anyMatch(that -> same(module, that)));
    }

    private static boolean same(ModuleState one, ModuleState other) {
        return one.moduleId().equals(other.moduleId()) && one.twin().hasContentOf(other.twin());
    }
}
