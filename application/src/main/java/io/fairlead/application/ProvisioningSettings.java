package io.fairlead.application;

import io.fairlead.domain.identity.IdScope;
import java.time.Duration;

/**
 * What an operator sets about provisioning.
 *
 * @param idScope this service's tenant id
 * @param tokenSkew for so long a device's token is still believed after its expiry, because clocks differ
 * @param node the name of this node among those that share the database
 * @param minGainPercent by how much nearer another hub must be for {@link AllocationPolicy#GEO_LATENCY} to move a device,
 *     0 to 99
 * @param keepLookAgain a keep asks the hub when its last look is older than this
 * @param keepLookWithin how long such a look may take
 * @param keepLooksPerMinute how many such looks a hub is asked for each minute
 * @param snapshotMaxAge a lost device is created again from a snapshot only when it is younger
 * @param operationTimeout an operation that takes longer fails
 * @param lease how long a worker may be silent before another takes over
 * @param retryBackoffCap the longest pause between attempts of an operation
 * @param dutyBackoffCap the longest pause between attempts of a duty
 * @param retryAfter what devices are told to wait before they poll, whole seconds, 1 to 5
 * @param operationRetention how long a finished operation can still be asked for
 */
public record ProvisioningSettings(
        IdScope idScope,
        Duration tokenSkew,
        String node,
        int minGainPercent,
        Duration keepLookAgain,
        Duration keepLookWithin,
        int keepLooksPerMinute,
        Duration snapshotMaxAge,
        Duration operationTimeout,
        Duration lease,
        Duration retryBackoffCap,
        Duration dutyBackoffCap,
        Duration retryAfter,
        Duration operationRetention) {

    /** The defaults, for a service of this scope and a node of this name. */
    public static ProvisioningSettings defaults(IdScope idScope, String node) {
        return new ProvisioningSettings(
                idScope,
                Duration.ZERO,
                node,
                20,
                Duration.ofMinutes(10),
                Duration.ofSeconds(2),
                60,
                Duration.ofDays(30),
                Duration.ofMinutes(2),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofMinutes(5),
                Duration.ofSeconds(3),
                Duration.ofDays(7));
    }
}
