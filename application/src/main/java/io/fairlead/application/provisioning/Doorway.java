package io.fairlead.application.provisioning;

import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.certificate.RevocationLists;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the device's door needs of the world.
 *
 * @param work the database
 * @param random for what is wrapped for TPMs
 * @param ranking what addresses tell
 * @param paces how long hubs let wait
 * @param revocations which certificates are revoked, as of now
 */
public record Doorway(
        UnitOfWork work,
        IdSource ids,
        Clock clock,
        SecureRandom random,
        LatencyRanking ranking,
        HubPaces paces,
        Supplier<RevocationLists> revocations) {
    /** Where nothing is revoked. */
    public Doorway(
            UnitOfWork work, IdSource ids, Clock clock, SecureRandom random, LatencyRanking ranking, HubPaces paces) {
        this(work, ids, clock, random, ranking, paces, () -> RevocationLists.NONE);
    }
}
