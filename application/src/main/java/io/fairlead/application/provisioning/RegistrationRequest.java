package io.fairlead.application.provisioning;

import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import io.fairlead.domain.tpm.TpmKeys;
import java.util.Optional;

/**
 * A device asks to be provisioned.
 *
 * @param idScope as the device wrote it; it may name no service here
 * @param payload the device's data for the allocation webhook: any JSON value, under the member {@code payload}
 * @param support what the device's client expects of a repeated registration
 * @param said what the device says of where it is
 * @param tpm what the device's TPM shows of itself; needed where its entry is by TPM, else without meaning
 * @param address the network address that it comes from, IPv4 or IPv6, where the transport may be believed
 */
public record RegistrationRequest(
        String idScope,
        RegistrationId registrationId,
        DeviceProof proof,
        Optional<TwinDocument> payload,
        ReprovisioningSupport support,
        RequestOrigin said,
        Optional<TpmKeys> tpm,
        Optional<String> address) {
    /** A request that says nothing of where it comes from. */
    public RegistrationRequest(
            String idScope,
            RegistrationId registrationId,
            DeviceProof proof,
            Optional<TwinDocument> payload,
            ReprovisioningSupport support) {
        this(
                idScope,
                registrationId,
                proof,
                payload,
                support,
                RequestOrigin.UNKNOWN,
                Optional.empty(),
                Optional.empty());
    }
}
