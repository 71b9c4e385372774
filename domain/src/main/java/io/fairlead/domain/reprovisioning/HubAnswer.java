package io.fairlead.domain.reprovisioning;

/** What the current hub says of the device that is assigned to it. */
public enum HubAnswer {
    NOT_ASKED,
    /** It holds the very device that was assigned. */
    THERE,
    /** It holds no such device, or one that somebody created anew under the same id. */
    UNKNOWN,
    /** It did not answer. */
    UNREACHABLE
}
