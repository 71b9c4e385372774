package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.text.Fingerprint;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.operating.HubLink;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Linked hubs as operators read them; credentials are never shown. */
public final class HubJson {
    private HubJson() {}

    /** All of them. */
    public static byte[] list(List<HubLink> links) {
        return JsonText.write(Map.of("value", links.stream().map(HubJson::tree).toList()));
    }

    public static byte[] write(HubLink link) {
        return JsonText.write(tree(link));
    }

    /** With the number of devices that are assigned to it. */
    public static byte[] write(HubLink link, long assigned) {
        Map<String, Object> tree = tree(link);
        tree.put("assignedDevices", assigned);
        return JsonText.write(tree);
    }

    /** What became of a hub that was unlinked. */
    public static byte[] unlinked(long assigned) {
        return JsonText.write(Map.of("assignedDevices", assigned));
    }

    /** What a hub says of itself. */
    public static byte[] probed(HubProfile profile) {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("tagsBytes", profile.limits().tagsBytes());
        limits.put("desiredBytes", profile.limits().desiredBytes());
        limits.put("reportedBytes", profile.limits().reportedBytes());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("reachable", true);
        tree.put(
                "features",
                profile.features().stream().sorted().map(Fields::camelCase).toList());
        tree.put("limits", limits);
        return JsonText.write(tree);
    }

    private static Map<String, Object> tree(HubLink link) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", link.hub().name().value());
        tree.put("kind", link.kind().word());
        tree.put("allocationWeight", link.hub().weight());
        tree.put("applyAllocationPolicy", link.hub().inAllocation());
        link.hub().place().region().ifPresent(region -> tree.put("region", region.name()));
        link.hub().place().coordinates().ifPresent(at -> {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("latitude", BigDecimal.valueOf(at.latitude()));
            point.put("longitude", BigDecimal.valueOf(at.longitude()));
            tree.put("coordinates", point);
        });
        tree.put("hasConnectionString", link.secret().isPresent());
        link.secret().ifPresent(secret -> tree.put("connectionStringFingerprint", Fingerprint.of(secret.value())));
        KnownMembers.stamp(tree, link.stamp());
        return tree;
    }
}
