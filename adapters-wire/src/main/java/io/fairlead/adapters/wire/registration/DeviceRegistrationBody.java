package io.fairlead.adapters.wire.registration;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.adapters.wire.text.TpmText;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.tpm.TpmKeys;
import java.util.Map;
import java.util.Optional;

/**
 * What a device says of itself (DPS {@code DeviceRegistration}). Who it is comes from its address; the body may be
 * empty, as C# sends it over MQTT.
 *
 * @param payload for the allocation webhook: any JSON value, under the member {@code payload}. The Java client sends a
 *     string that holds JSON; it is handed on as the string it is
 * @param origin what the payload says of where the device is
 * @param tpm what the device's TPM shows of itself
 */
public record DeviceRegistrationBody(Optional<TwinDocument> payload, RequestOrigin origin, Optional<TpmKeys> tpm) {
    private static final String PAYLOAD = "payload";
    private static final DeviceRegistrationBody EMPTY =
            new DeviceRegistrationBody(Optional.empty(), RequestOrigin.UNKNOWN, Optional.empty());

    /**
     * Reads a body.
     *
     * @param id who the device is by its address
     * @throws ProvisioningException invalid, when the text is no JSON object, when it names another registration id, asks
     *     for a certificate, or shows a key that is none of a TPM
     */
    public static DeviceRegistrationBody read(byte[] body, RegistrationId id) {
        if (body.length == 0) return EMPTY;
        return RequestBody.read(body, members -> read(members, id));
    }

    /** This body, of a device whose TPM has shown itself by other means. */
    public DeviceRegistrationBody withTpm(TpmKeys shown) {
        return new DeviceRegistrationBody(payload, origin, Optional.of(shown));
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
                payload.map(OriginHints::read).orElse(RequestOrigin.UNKNOWN),
                members.object("tpm").map(DeviceRegistrationBody::tpm));
    }

    private static TpmKeys tpm(JsonMembers tpm) {
        return new TpmKeys(
                Fields.value(tpm, "endorsementKey", TpmText::endorsementKey)
                        .orElseThrow(() -> tpm.refuse("endorsementKey", "is missing")),
                Fields.value(tpm, "storageRootKey", TpmText::storageRootKey)
                        .orElseThrow(() -> tpm.refuse("storageRootKey", "is missing")));
    }
}
