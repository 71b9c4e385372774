package io.fairlead.domain.allocation;

import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;

/** Chooses a hub for a device: a pure function, so every node and every retry chooses alike. */
public final class HubAllocator {
    private HubAllocator() {}

    /**
     * Chooses among the linked hubs.
     *
     * @param named the hubs that the entry names; empty means all linked hubs
     */
    public static HubChoice choose(
            AllocationPolicy policy, List<HubName> named, LinkedHubs linked, RegistrationId registrationId) {
        return switch (policy) {
            case STATIC -> choseStatic(named, linked);
            case HASHED -> hashed(named, linked, registrationId);
            case GEO_LATENCY, CUSTOM ->
                new HubChoice.NoneEligible("allocationPolicy " + policy + " is not available on this service");
        };
    }

    private static HubChoice choseStatic(List<HubName> named, LinkedHubs linked) {
        if (named.size() != 1) {
            return new HubChoice.NoneEligible(
                    "allocationPolicy static needs exactly one hub in iotHubs, the entry names " + named.size());
        }
        HubName hub = named.get(0);
        return linked.candidates(named).isEmpty()
                ? new HubChoice.NoneEligible("hub " + hub + " named by the entry is not linked or not in allocation")
                : new HubChoice.Chosen(hub);
    }

    private static HubChoice hashed(List<HubName> named, LinkedHubs linked, RegistrationId registrationId) {
        return WeightedRendezvous.highest(linked.candidates(named), registrationId)
                .<HubChoice>map(hub -> new HubChoice.Chosen(hub.name()))
                .orElseGet(() -> new HubChoice.NoneEligible(noCandidate(named)));
    }

    private static String noCandidate(List<HubName> named) {
        return named.isEmpty()
                ? "no linked hub takes part in allocation"
                : "none of the hubs named by the entry is linked and in allocation: " + named;
    }
}
