package io.fairlead.application.provisioning;

import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.certificate.RevocationLists;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the device's door needs of the world: the database, new ids, the time, what addresses tell, how long hubs let wait,
 * and which certificates are revoked, as of now.
 */
public record Doorway(
        UnitOfWork work,
        IdSource ids,
        Clock clock,
        LatencyRanking ranking,
        HubPaces paces,
        Supplier<RevocationLists> revocations) {
    /** Where nothing is revoked. */
    public Doorway(UnitOfWork work, IdSource ids, Clock clock, LatencyRanking ranking, HubPaces paces) {
        this(work, ids, clock, ranking, paces, () -> RevocationLists.NONE);
    }
}
