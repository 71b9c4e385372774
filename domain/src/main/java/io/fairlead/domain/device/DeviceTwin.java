package io.fairlead.domain.device;

/** The state document that a hub keeps for a device: tags for the back end, desired and reported properties. */
public record DeviceTwin(TwinDocument tags, TwinSection desired, TwinSection reported) {
    public static final DeviceTwin EMPTY = new DeviceTwin(TwinDocument.EMPTY, TwinSection.EMPTY, TwinSection.EMPTY);

    /** Whether both say the same, whatever their versions. */
    public boolean hasContentOf(DeviceTwin other) {
        return tags.equals(other.tags)
                && desired.content().equals(other.desired.content())
                && reported.content().equals(other.reported.content());
    }
}
