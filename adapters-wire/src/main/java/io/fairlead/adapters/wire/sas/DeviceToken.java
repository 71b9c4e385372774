package io.fairlead.adapters.wire.sas;

import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.DeviceProof;

/** A device's token, wherever it stands: an HTTP header, an MQTT password, a SASL password. */
public final class DeviceToken {
    private DeviceToken() {}

    /**
     * What the device shows; nothing when the text is absent or blank.
     *
     * @param text null when absent
     * @throws ProvisioningException unauthenticated, when the text is anything but a well-formed token
     */
    public static DeviceProof read(String text) {
        return text == null || text.isBlank()
                ? new DeviceProof.None()
                : SharedAccessSignature.parse(text).proof();
    }
}
