package io.fairlead.application.move;

import io.fairlead.application.contract.HubUsers;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.identity.HubName;

/** One of the two hubs of a move: how the service reaches it, and who else uses it. */
public record HubSide(HubName name, HubProfile profile, HubRegistry registry, HubUsers users) {}
