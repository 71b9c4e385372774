package io.fairlead.domain.device;

/** The part of a twin that an enrollment entry can hold ({@code initialTwin}): tags and desired properties. */
public record InitialTwin(TwinDocument tags, TwinDocument desired) {
    public static final InitialTwin EMPTY = new InitialTwin(TwinDocument.EMPTY, TwinDocument.EMPTY);

    /** The twin of a device that begins with this: nothing reported, versions at 1. */
    public DeviceTwin asTwin() {
        return new DeviceTwin(tags.withoutNulls(), TwinSection.initial(desired.withoutNulls()), TwinSection.EMPTY);
    }
}
