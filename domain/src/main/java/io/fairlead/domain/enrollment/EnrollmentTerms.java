package io.fairlead.domain.enrollment;

import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.CustomAllocation;
import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import java.util.List;
import java.util.Optional;

/**
 * What both kinds of enrollment entry say, with the same meaning.
 *
 * @param allocationPolicy absent means the instance's default
 * @param iotHubs the hubs a device may go to; empty means all linked hubs
 * @param initialTwin absent means an empty twin
 * @param reprovisionPolicy stored as absent when it is absent: see {@link
 *     io.fairlead.domain.reprovisioning.EffectivePolicy}
 * @param customAllocation the webhook of {@link AllocationPolicy#CUSTOM}; without meaning under another policy
 */
public record EnrollmentTerms(
        Attestation attestation,
        DeviceCapabilities capabilities,
        Optional<AllocationPolicy> allocationPolicy,
        List<HubName> iotHubs,
        Optional<InitialTwin> initialTwin,
        Optional<ReprovisionPolicy> reprovisionPolicy,
        ProvisioningStatus provisioningStatus,
        Optional<CustomAllocation> customAllocation) {
    public EnrollmentTerms {
        iotHubs = List.copyOf(iotHubs);
    }

    /** Terms without a webhook. */
    public EnrollmentTerms(
            Attestation attestation,
            DeviceCapabilities capabilities,
            Optional<AllocationPolicy> allocationPolicy,
            List<HubName> iotHubs,
            Optional<InitialTwin> initialTwin,
            Optional<ReprovisionPolicy> reprovisionPolicy,
            ProvisioningStatus provisioningStatus) {
        this(
                attestation,
                capabilities,
                allocationPolicy,
                iotHubs,
                initialTwin,
                reprovisionPolicy,
                provisioningStatus,
                Optional.empty());
    }

    /** The device state data that a device of this entry begins with, as the entry stands now. */
    public InitialConfiguration initialConfiguration() {
        return new InitialConfiguration(initialTwin.orElse(InitialTwin.EMPTY), capabilities);
    }

    public boolean isEnabled() {
        return provisioningStatus == ProvisioningStatus.ENABLED;
    }
}
