package io.fairlead.application.operating;

import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.identity.HubName;
import java.util.Map;

/** Probes over the registry of hubs. */
public final class HubProbingService implements HubProbing {
    private final HubRegistry registry;
    private final LinkedHubDirectory hubs;

    public HubProbingService(HubRegistry registry, LinkedHubDirectory hubs) {
        this.registry = registry;
        this.hubs = hubs;
    }

    @Override
    public HubProfile probe(HubName hub) {
        if (!hubs.linkedHubs().contains(hub)) {
            throw OperatingDesk.notFound("linked hub '" + hub + "'");
        }
        try {
            return registry.probe(hub);
        } catch (HubException e) {
            ProvisioningException answer = new Problem(
                            Kind.UNAVAILABLE,
                            "hub " + hub + ": " + e.getMessage(),
                            Map.of("kind", e.kind().name()))
                    .asException();
            answer.initCause(e);
            throw answer;
        }
    }
}
