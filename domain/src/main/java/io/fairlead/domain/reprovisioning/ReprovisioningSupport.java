package io.fairlead.domain.reprovisioning;

/** What the device's client expects of a repeated registration. */
public enum ReprovisioningSupport {
    /** A client that knows reprovisioning. */
    NATIVE,
    /** A client from before native reprovisioning (api-version up to 2018-04-01): devices stayed where they were. */
    LEGACY
}
