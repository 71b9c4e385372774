package io.fairlead.application.fake;

import io.fairlead.application.port.LatencyRanking;
import io.fairlead.domain.allocation.AddressEvidence;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows of addresses what it was told. */
public final class InMemoryRanking implements LatencyRanking {
    private final Map<String, AddressEvidence> known = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    public InMemoryRanking know(String address, AddressEvidence evidence) {
        known.put(address, evidence);
        return this;
    }

    /** How often it was asked. */
    public int asked() {
        return asked.get();
    }

    @Override
    public AddressEvidence of(String address) {
        asked.incrementAndGet();
        return known.getOrDefault(address, AddressEvidence.NONE);
    }
}
