package io.fairlead.application.provisioning;

import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.application.port.UnitOfWork;
import java.time.Clock;

/** What the device's door needs of the world: the database, new ids, the time, what addresses tell, and how long hubs let wait. */
public record Doorway(UnitOfWork work, IdSource ids, Clock clock, LatencyRanking ranking, HubPaces paces) {}
