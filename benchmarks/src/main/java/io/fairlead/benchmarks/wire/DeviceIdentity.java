package io.fairlead.benchmarks.wire;

import java.nio.charset.StandardCharsets;

/**
 * A device as it is enrolled.
 *
 * @param key its own, Base64
 */
public record DeviceIdentity(String idScope, String registrationId, String key) {
    /** Where its requests go. */
    String resource() {
        return idScope + "/registrations/" + registrationId;
    }

    /** A token for its requests, good for a day. */
    String token() {
        return SharedAccess.token(resource(), key, "registration");
    }

    /** What it says when it registers. */
    byte[] body() {
        return ("{\"registrationId\":\"" + registrationId + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
