package io.fairlead.domain.device;

/**
 * A module identity of a device, with its own twin.
 *
 * @param moduleId the id within its device
 */
public record ModuleState(String moduleId, DeviceTwin twin) {}
