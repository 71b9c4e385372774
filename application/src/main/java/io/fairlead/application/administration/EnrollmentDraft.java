package io.fairlead.application.administration;

import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.CustomAllocation;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.ProvisioningStatus;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entry as an operator wrote it, before it is checked and stamped; one shape for both kinds.
 *
 * @param deviceId individual enrollments only
 * @param optionalDeviceInformation individual enrollments only
 * @param reprovisionPolicy what the caller said
 * @param unsayable what the caller's version of the API has no words for; of that the stored entry's stays
 * @param customAllocation the webhook of the policy custom
 */
public record EnrollmentDraft(
        Optional<DeviceId> deviceId,
        Optional<TwinDocument> optionalDeviceInformation,
        AttestationDraft attestation,
        DeviceCapabilities capabilities,
        Optional<AllocationPolicy> allocationPolicy,
        List<HubName> iotHubs,
        Optional<InitialTwin> initialTwin,
        Optional<ReprovisionPolicy> reprovisionPolicy,
        Set<DraftField> unsayable,
        ProvisioningStatus provisioningStatus,
        Optional<CustomAllocation> customAllocation) {
    public EnrollmentDraft {
        iotHubs = List.copyOf(iotHubs);
        unsayable = Set.copyOf(unsayable);
    }

    /** Whether silence about this part means nothing. */
    boolean cannotSay(DraftField field) {
        return unsayable.contains(field);
    }
}
