package io.fairlead.application.port;

import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.LinkedHubs;

/** Which hubs are linked now. Cheap enough for every request; thread-safe. */
public interface LinkedHubDirectory {
    LinkedHubs linkedHubs();

    /** How a hub is chosen for entries that name no policy. */
    default AllocationPolicy defaultAllocation() {
        return AllocationPolicy.HASHED;
    }
}
