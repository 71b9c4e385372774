package io.fairlead.domain.operating;

import io.fairlead.domain.allocation.LinkedHub;
import io.fairlead.domain.enrollment.EntryStamp;
import java.util.Optional;

/**
 * A hub that operators have linked to this service.
 *
 * @param hub what allocation sees of it
 * @param kind which adapter speaks to it
 * @param secret what the adapter presents there; simulated hubs ask for nothing
 */
public record HubLink(LinkedHub hub, HubKind kind, Optional<HubSecret> secret, EntryStamp stamp)
        implements OperatorRecord {
    @Override
    public String key() {
        return hub.name().value();
    }
}
