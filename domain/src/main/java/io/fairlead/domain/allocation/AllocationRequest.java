package io.fairlead.domain.allocation;

import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;
import java.util.Optional;

/**
 * All that an allocation rests on.
 *
 * @param policy the effective one: the entry's, else the instance's
 * @param named the hubs that the entry names; empty means all linked hubs
 * @param current the hub that the device is assigned to
 * @param stays whether it stays there whatever the allocation would say
 * @param minGainPercent by how much nearer another hub must be for {@link AllocationPolicy#GEO_LATENCY} to move a
 *     device, 0 to 99
 * @param webhookSays the hub that the operator's webhook named, or that it failed, or that it was not asked yet
 */
public record AllocationRequest(
        AllocationPolicy policy,
        List<HubName> named,
        LinkedHubs linked,
        RegistrationId registrationId,
        Optional<HubName> current,
        boolean stays,
        RequestOrigin origin,
        int minGainPercent,
        HubChoice webhookSays) {
    public AllocationRequest {
        named = List.copyOf(named);
    }

    /** The hubs that may be chosen. */
    List<LinkedHub> candidates() {
        return linked.candidates(named);
    }

    /**
     * The hubs that a webhook may name: the candidates, or the current hub alone when the device stays there (DPS
     * "Custom allocation": {@code linkedHubs}).
     */
    public List<HubName> offered() {
        return stays && current.isPresent()
                ? current.filter(linked::contains).stream().toList()
                : candidates().stream().map(LinkedHub::name).toList();
    }
}
