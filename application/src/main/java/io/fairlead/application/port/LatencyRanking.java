package io.fairlead.application.port;

import io.fairlead.domain.allocation.AddressEvidence;

/**
 * What network addresses tell of where devices are, by the operator's own files. Cheap enough for every request;
 * thread-safe.
 */
public interface LatencyRanking {
    /** Knows nothing. */
    LatencyRanking NONE = address -> AddressEvidence.NONE;

    /**
     * What is known of an address.
     *
     * @param address an IPv4 or IPv6 address as text; {@link AddressEvidence#NONE} for anything else. Never throws for
     *     what an address or a file is like
     */
    AddressEvidence of(String address);
}
