package io.fairlead.application.port;

import io.fairlead.domain.allocation.LinkedHubs;

/** Which hubs are linked now. Cheap enough for every request; thread-safe. */
public interface LinkedHubDirectory {
    LinkedHubs linkedHubs();
}
