package io.fairlead.adapters.wire.registration;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A registration record as operators read it (DPS {@code DeviceRegistrationState}): what the device is told of it, but for
 * the part about its attestation, and with the assignment also while an operation runs.
 */
public final class RegistrationStateJson {
    /** What came with reprovisioning and allocation webhooks. */
    private static final Set<String> SINCE_REPROVISIONING = Set.of("substatus", "payload");

    private RegistrationStateJson() {}

    /** The record by itself. */
    public static byte[] write(DeviceRegistration registration, ApiVersion version) {
        return JsonText.write(tree(registration, version));
    }

    /** A page of records. */
    public static byte[] list(List<DeviceRegistration> records, ApiVersion version) {
        return JsonText.write(
                records.stream().map(record -> tree(record, version)).toList());
    }

    /** The record as as a part of another document. */
    public static Map<String, Object> tree(DeviceRegistration registration, ApiVersion version) {
        Map<String, Object> tree =
                RegistrationJson.tree(registration, registration.status(), registration.lastFailure());
        if (version.predatesReprovisioning()) tree.keySet().removeAll(SINCE_REPROVISIONING);
        return tree;
    }
}
