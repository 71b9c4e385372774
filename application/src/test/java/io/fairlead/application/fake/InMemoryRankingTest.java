package io.fairlead.application.fake;

import io.fairlead.application.contract.LatencyRankingContract;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.domain.allocation.AddressEvidence;

class InMemoryRankingTest implements LatencyRankingContract {
    @Override
    public LatencyRanking knowing(String address, AddressEvidence evidence) {
        return new InMemoryRanking().know(address, evidence);
    }
}
