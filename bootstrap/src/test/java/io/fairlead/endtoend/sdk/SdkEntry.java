package io.fairlead.endtoend.sdk;

import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderSymmetricKey;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.ReprovisionPolicy;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.TwinCollection;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.TwinState;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * An enrollment entry as a test wants it, of either kind: the SDK has no type above its two.
 *
 * @param id      of the entry; a group's one device is called {@code <id>-device}, an individual entry's has the entry's id
 * @param hub     the one hub in its list
 * @param policy  absent: none is saved
 * @param desired the one desired property of its initial twin, {@code mode}
 */
record SdkEntry(
        EntryKind kind,
        String id,
        String key,
        String hub,
        Optional<ReprovisionPolicy> policy,
        String desired,
        boolean enabled) {

    static SdkEntry of(EntryKind kind, String id, String hub) {
        String name = kind + "-" + id;
        return new SdkEntry(kind, name, keyOf(name), hub, Optional.empty(), "initial", true);
    }

    /** A key of 32 bytes that no other entry has: a device does not name its group, its key does. */
    static String keyOf(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SdkEntry at(String next) {
        return new SdkEntry(kind, id, key, next, policy, desired, enabled);
    }

    SdkEntry migrating() {
        return with(policy(true, true));
    }

    SdkEntry resetting() {
        return with(policy(true, false));
    }

    SdkEntry staying() {
        return with(policy(false, false));
    }

    SdkEntry disabled() {
        return new SdkEntry(kind, id, key, hub, policy, desired, false);
    }

    private SdkEntry with(ReprovisionPolicy next) {
        return new SdkEntry(kind, id, key, hub, Optional.of(next), desired, enabled);
    }

    private static ReprovisionPolicy policy(boolean update, boolean migrate) {
        ReprovisionPolicy policy = new ReprovisionPolicy();
        policy.setUpdateHubAssignment(update);
        policy.setMigrateDeviceData(migrate);
        return policy;
    }

    TwinState initialTwin() {
        TwinCollection properties = new TwinCollection();
        properties.put("mode", desired);
        TwinCollection tags = new TwinCollection();
        tags.put("owner", desired);
        return new TwinState(tags, properties);
    }

    List<String> hubs() {
        return List.of(hub);
    }

    /** The registration id, and so the device id, of this entry's device. */
    String device() {
        return kind == EntryKind.GROUP ? id + "-device" : id;
    }

    /** The key that this entry's device proves itself with; derived by the SDK for a group's. */
    String deviceKey() {
        return kind == EntryKind.GROUP ? derived(key, device()) : key;
    }

    static String derived(String groupKey, String registrationId) {
        try {
            return new String(
                    SecurityProviderSymmetricKey.ComputeDerivedSymmetricKey(
                            groupKey.getBytes(StandardCharsets.UTF_8), registrationId),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
