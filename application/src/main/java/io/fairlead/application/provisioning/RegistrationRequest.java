package io.fairlead.application.provisioning;

import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.util.Optional;

/**
 * A device asks to be provisioned.
 *
 * @param idScope as the device wrote it; it may name no service here
 * @param payload the device's data for the allocation webhook: any JSON value, under the member {@code payload}
 * @param support what the device's client expects of a repeated registration
 */
public record RegistrationRequest(
        String idScope,
        RegistrationId registrationId,
        DeviceProof proof,
        Optional<TwinDocument> payload,
        ReprovisioningSupport support) {}
