package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.application.operating.HubDraft;
import io.fairlead.domain.allocation.Coordinates;
import io.fairlead.domain.allocation.HubPlace;
import io.fairlead.domain.allocation.Region;
import io.fairlead.domain.operating.HubKind;
import io.fairlead.domain.operating.HubSecret;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** A linked hub as an operator writes it; the names of members are those of Azure's management plane where it has them. */
public final class HubBody {
    private static final Set<String> KNOWN = Set.of(
            "name",
            "kind",
            "allocationWeight",
            "applyAllocationPolicy",
            "region",
            "coordinates",
            "connectionString",
            "hasConnectionString",
            "connectionStringFingerprint",
            "assignedDevices");
    private static final int HEAVIEST = 1000;

    private HubBody() {}

    /** @param name of the hub in the path, which a name in the body must repeat */
    public static HubDraft read(byte[] body, String name) {
        return RequestBody.read(body, members -> draft(members, name));
    }

    private static HubDraft draft(JsonMembers members, String name) {
        KnownMembers.check(members, KNOWN);
        members.text("name").filter(text -> !text.equalsIgnoreCase(name)).ifPresent(text -> {
            throw members.refuse("name", "must be the one of the path, or absent");
        });
        return new HubDraft(
                kind(members),
                weight(members),
                members.truth("applyAllocationPolicy").orElse(true),
                new HubPlace(
                        Fields.value(members, "region", Region::new),
                        members.object("coordinates").map(HubBody::at)),
                Fields.value(members, "connectionString", HubSecret::new));
    }

    private static HubKind kind(JsonMembers members) {
        return members.text("kind")
                .map(text -> HubKind.named(text)
                        .orElseThrow(
                                () -> members.refuse("kind", "must be simulated: there are no other adapters yet")))
                .orElse(HubKind.SIMULATED);
    }

    private static int weight(JsonMembers members) {
        long weight = members.whole("allocationWeight").orElse(1L);
        if (weight < 1 || weight > HEAVIEST) {
            throw members.refuse("allocationWeight", "must be 1 to " + HEAVIEST);
        }
        return (int) weight;
    }

    private static Coordinates at(JsonMembers members) {
        try {
            return new Coordinates(degrees(members, "latitude"), degrees(members, "longitude"));
        } catch (IllegalArgumentException e) {
            throw members.refuse("latitude", "is refused: " + e.getMessage());
        }
    }

    private static double degrees(JsonMembers members, String name) {
        Optional<Object> value = members.any(name);
        if (value.orElse(null) instanceof Long whole) return whole;
        if (value.orElse(null) instanceof BigDecimal number) return number.doubleValue();
        throw members.refuse(name, "must be a number of degrees");
    }
}
