package io.fairlead.application.deciding;

import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.LinkedHubs;

/**
 * What holds for every allocation of this moment.
 *
 * @param defaultPolicy for entries that name none
 * @param minGainPercent by how much nearer another hub must be for {@link AllocationPolicy#GEO_LATENCY} to move a device
 */
public record AllocationFrame(LinkedHubs linked, AllocationPolicy defaultPolicy, int minGainPercent) {}
