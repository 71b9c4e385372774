package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.identity.HubName;
import java.util.List;
import java.util.Optional;

/**
 * Where an operator wants devices to go.
 *
 * <p>{@code iotHubHostName} is the single target of the first versions, which know nothing else. Alone it means {@code
 * static} and that hub (as the Azure command line translates it); beside {@code iotHubs} it only echoes what was stored
 * once and has no meaning.
 */
record HubWish(Optional<AllocationPolicy> policy, List<HubName> hubs) {

    static HubWish of(JsonMembers members, ApiVersion version) {
        HubWish wish = version.predatesReprovisioning()
                ? new HubWish(Optional.empty(), List.of())
                : new HubWish(Fields.constant(members, "allocationPolicy", AllocationPolicy.class), named(members));
        return wish.hubs.isEmpty() ? wish.bound(single(members)) : wish;
    }

    private HubWish bound(Optional<HubName> single) {
        return single.map(hub -> new HubWish(policy.or(() -> Optional.of(AllocationPolicy.STATIC)), List.of(hub)))
                .orElse(this);
    }

    private static Optional<HubName> single(JsonMembers members) {
        return members.text("iotHubHostName")
                .filter(text -> !text.isEmpty())
                .map(text -> Fields.made(members, "iotHubHostName", text, HubName::new));
    }

    private static List<HubName> named(JsonMembers members) {
        return members.texts("iotHubs").orElse(List.of()).stream()
                .map(text -> Fields.made(members, "iotHubs", text, HubName::new))
                .toList();
    }
}
