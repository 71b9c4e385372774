package io.fairlead.architecture.bad.application.provisioning;

import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.identity.HubName;

/** Breaks rule 30: with both in hand, a hub can be called inside a transaction. */
public final class HoldsBoth {
    Object hold(UnitOfWork work, HubRegistry hubs, HubName hub) {
        return work.write(stores -> hubs.probe(hub));
    }
}
