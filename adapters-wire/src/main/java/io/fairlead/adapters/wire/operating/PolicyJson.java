package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.text.Fingerprint;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.AccessRight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Access policies as operators read them. */
public final class PolicyJson {
    private PolicyJson() {}

    /** All of them, without keys. */
    public static byte[] list(List<AccessPolicy> policies) {
        return JsonText.write(
                Map.of("value", policies.stream().map(PolicyJson::tree).toList()));
    }

    /** Without its keys. */
    public static byte[] write(AccessPolicy policy) {
        return JsonText.write(tree(policy));
    }

    /** With its keys. */
    public static byte[] withKeys(AccessPolicy policy) {
        Map<String, Object> tree = tree(policy);
        tree.put("primaryKey", policy.keys().primary().base64());
        tree.put("secondaryKey", policy.keys().secondary().base64());
        return JsonText.write(tree);
    }

    private static Map<String, Object> tree(AccessPolicy policy) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("keyName", policy.name());
        tree.put("rights", policy.rights().stream().map(AccessRight::word).toList());
        tree.put("primaryKeyFingerprint", Fingerprint.of(policy.keys().primary().base64()));
        tree.put(
                "secondaryKeyFingerprint",
                Fingerprint.of(policy.keys().secondary().base64()));
        KnownMembers.stamp(tree, policy.stamp());
        return tree;
    }
}
