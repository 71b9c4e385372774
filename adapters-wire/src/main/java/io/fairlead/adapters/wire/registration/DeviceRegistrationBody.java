package io.fairlead.adapters.wire.registration;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.RegistrationId;
import java.util.Map;
import java.util.Optional;

/**
 * What a device says of itself (DPS {@code DeviceRegistration}). Who it is comes from its address; the body may be
 * empty, as C# sends it over MQTT.
 *
 * @param payload for the allocation webhook: any JSON value, under the member {@code payload}. The Java client sends a
 *     string that holds JSON; it is handed on as the string it is
 * @param origin what the payload says of where the device is
 */
public record DeviceRegistrationBody(Optional<TwinDocument> payload, RequestOrigin origin) {
    private static final String PAYLOAD = "payload";

    /**
     * Reads a body.
     *
     * @param id who the device is by its address
     * @throws ProvisioningException invalid, when the text is no JSON object, when it names another registration id, or
     *     asks for a certificate
     */
    public static DeviceRegistrationBody read(byte[] body, RegistrationId id) {
        if (body.length == 0) return new DeviceRegistrationBody(Optional.empty(), RequestOrigin.UNKNOWN);
        return RequestBody.read(body, members -> read(members, id));
    }

    private static DeviceRegistrationBody read(JsonMembers members, RegistrationId id) {
        members.text("registrationId")
                .filter(named -> !named.equalsIgnoreCase(id.value()))
                .ifPresent(other -> {
                    throw members.refuse(
                            "registrationId", "must be the one that the request is addressed to, or be left out");
                });
        if (members.has("csr")) {
            throw members.refuse("csr", "cannot be served: this service issues no certificates; leave it out");
        }
        Optional<Object> payload = members.any(PAYLOAD);
        return new DeviceRegistrationBody(
                payload.map(value -> new TwinDocument(Map.of(PAYLOAD, value))),
                payload.map(OriginHints::read).orElse(RequestOrigin.UNKNOWN));
    }
}
