package io.fairlead.domain.device;

import java.util.EnumSet;
import java.util.Set;

/** A part of a device's state that can change by itself, status and versions aside. */
public enum StatePart {
    TAGS,
    DESIRED,
    REPORTED,
    CAPABILITIES,
    MODULES;

    /** The parts in which two states do not say the same. */
    public static Set<StatePart> differing(DeviceState one, DeviceState other) {
        Set<StatePart> parts = EnumSet.allOf(StatePart.class);
        parts.removeIf(part -> part.isSame(one, other));
        return parts;
    }

    private boolean isSame(DeviceState one, DeviceState other) {
        DeviceTwin mine = one.twin();
        DeviceTwin its = other.twin();
        return switch (this) {
            case TAGS -> mine.tags().equals(its.tags());
            case DESIRED -> mine.desired().content().equals(its.desired().content());
            case REPORTED -> mine.reported().content().equals(its.reported().content());
            case CAPABILITIES -> one.capabilities().equals(other.capabilities());
            case MODULES -> one.hasModulesOf(other);
        };
    }
}
