package io.fairlead.application.fake;

import io.fairlead.application.port.LatencyRanking;
import io.fairlead.domain.allocation.AddressEvidence;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows of addresses what it was told. */
public final class InMemoryRanking implements LatencyRanking {
    private final Map<String, AddressEvidence> known = new ConcurrentHashMap<>();

    public InMemoryRanking know(String address, AddressEvidence evidence) {
        known.put(address, evidence);
        return this;
    }

    @Override
    public AddressEvidence of(String address) {
        return known.getOrDefault(address, AddressEvidence.NONE);
    }
}
