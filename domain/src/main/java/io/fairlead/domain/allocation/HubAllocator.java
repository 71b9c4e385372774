package io.fairlead.domain.allocation;

import io.fairlead.domain.identity.HubName;
import java.util.List;

/** Chooses a hub for a device: a pure function, so every node and every retry chooses alike. */
public final class HubAllocator {
    private HubAllocator() {}

    /** Chooses among the linked hubs. */
    public static Allocation choose(AllocationRequest request) {
        return switch (request.policy()) {
            case STATIC -> choseStatic(request.named(), request.linked());
            case HASHED -> hashed(request);
            case GEO_LATENCY ->
                new NearestHub(request).choose().orElseGet(() -> Allocation.none(noCandidate(request.named())));
            case CUSTOM -> custom(request);
        };
    }

    private static Allocation choseStatic(List<HubName> named, LinkedHubs linked) {
        if (named.size() != 1) {
            return Allocation.none(
                    "allocationPolicy static needs exactly one hub in iotHubs, the entry names " + named.size());
        }
        HubName hub = named.get(0);
        return linked.candidates(named).isEmpty()
                ? Allocation.none("hub " + hub + " named by the entry is not linked or not in allocation")
                : Allocation.chosen(hub, "static");
    }

    private static Allocation hashed(AllocationRequest request) {
        return WeightedRendezvous.highest(request.candidates(), request.registrationId())
                .map(hub -> Allocation.chosen(hub.name(), "hashed"))
                .orElseGet(() -> Allocation.none(noCandidate(request.named())));
    }

    /** What the webhook named is chosen only while it would still be offered: a hub may have been unlinked since. */
    private static Allocation custom(AllocationRequest request) {
        List<HubName> offered = request.offered();
        if (offered.isEmpty()) {
            return Allocation.none(noCandidate(request.named()));
        }
        return request.webhookSays()
                .match(
                        chosen -> offered.contains(chosen.hub())
                                ? Allocation.chosen(chosen.hub(), "custom")
                                : failed("the allocation webhook named hub " + chosen.hub()
                                        + ", which is not linked or not open to this device"),
                        none -> Allocation.none(none.why()),
                        failure -> failed(failure.why()),
                        notAsked -> new Allocation(notAsked, "custom"));
    }

    private static Allocation failed(String why) {
        return new Allocation(new HubChoice.WebhookFailed(why), why);
    }

    private static String noCandidate(List<HubName> named) {
        return named.isEmpty()
                ? "no linked hub takes part in allocation"
                : "none of the hubs named by the entry is linked and in allocation: " + named;
    }
}
