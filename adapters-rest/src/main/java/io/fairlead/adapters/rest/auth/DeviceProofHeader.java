package io.fairlead.adapters.rest.auth;

import io.fairlead.adapters.wire.sas.DeviceToken;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.DeviceProof;

/** The proof in a device's {@code Authorization} header. */
public final class DeviceProofHeader {
    private DeviceProofHeader() {}

    /**
     * What the device shows; nothing when there is no header.
     *
     * @throws ProvisioningException unauthenticated, when the header holds anything but a well-formed token
     */
    public static DeviceProof read(String authorization) {
        return DeviceToken.read(authorization);
    }
}
