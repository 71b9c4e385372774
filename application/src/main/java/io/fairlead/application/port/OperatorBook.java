package io.fairlead.application.port;

import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.FaultScriptText;
import io.fairlead.domain.operating.HubLink;
import io.fairlead.domain.operating.InstanceSettings;
import java.util.List;
import java.util.Optional;

/**
 * What operators have said that every request may need; each list is ordered by key.
 *
 * @param settings empty until an operator has changed one
 */
public record OperatorBook(
        List<HubLink> hubs,
        List<AccessPolicy> policies,
        Optional<InstanceSettings> settings,
        Optional<FaultScriptText> faults) {
    /** Before the first start. */
    public static final OperatorBook BLANK = new OperatorBook(List.of(), List.of(), Optional.empty(), Optional.empty());

    public OperatorBook {
        hubs = List.copyOf(hubs);
        policies = List.copyOf(policies);
    }
}
