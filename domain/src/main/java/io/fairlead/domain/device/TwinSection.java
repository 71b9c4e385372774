package io.fairlead.domain.device;

/**
 * One properties section of a twin, desired or reported.
 *
 * @param version the section's {@code $version}: 1 for a new twin, one more at every accepted change
 */
public record TwinSection(TwinDocument content, long version) {
    public static final TwinSection EMPTY = new TwinSection(TwinDocument.EMPTY, 1);

    /** A section as a new device has it. */
    public static TwinSection initial(TwinDocument content) {
        return new TwinSection(content, 1);
    }

    /** This section with other content: one version on, or the very same where nothing differs. */
    public TwinSection becoming(TwinDocument next) {
        return next.equals(content) ? this : new TwinSection(next, version + 1);
    }
}
