package io.fairlead.adapters.webhook;

import java.time.Duration;

/**
 * What webhooks may be, and how long they may take.
 *
 * @param httpAllowed whether an address may begin with {@code http:}
 * @param privateAllowed whether a host may lie in a network that is not the public internet
 * @param patience for one call, from the look-up of the name to the last byte
 * @param atOnce how many calls may be under way
 */
public record WebhookSettings(boolean httpAllowed, boolean privateAllowed, Duration patience, int atOnce) {
    /** Bytes of an answer's body; DPS publishes no limit. */
    static final int MAX_BODY = 64 * 1024;

    /** Bytes of an answer's head. */
    static final int MAX_HEAD = 16 * 1024;
}
