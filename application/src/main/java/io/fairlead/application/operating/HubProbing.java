package io.fairlead.application.operating;

import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.identity.HubName;

/** Asks hubs how they are, for an operator who waits. */
public interface HubProbing {
    /**
     * Asks a linked hub whether it answers and what it can do.
     *
     * @throws io.fairlead.application.problem.ProvisioningException unavailable, when it does not, with its reason
     */
    HubProfile probe(HubName hub);
}
