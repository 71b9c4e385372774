package io.fairlead.endtoend.sdk;

import com.microsoft.azure.sdk.iot.provisioning.service.ProvisioningServiceClient;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.AllocationPolicy;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.EnrollmentGroup;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.IndividualEnrollment;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.ProvisioningStatus;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.SymmetricKeyAttestation;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientException;

/** The two kinds of enrollment entries; every rule of reprovisioning holds for both. */
enum EntryKind {
    INDIVIDUAL {
        @Override
        void save(SdkEntry entry, ProvisioningServiceClient client) throws ProvisioningServiceClientException {
            IndividualEnrollment enrollment = new IndividualEnrollment(entry.id(), attestation(entry));
            enrollment.setAllocationPolicy(AllocationPolicy.STATIC);
            enrollment.setIotHubs(entry.hubs());
            enrollment.setInitialTwin(entry.initialTwin());
            enrollment.setProvisioningStatus(status(entry));
            entry.policy().ifPresent(enrollment::setReprovisionPolicy);
            client.createOrUpdateIndividualEnrollment(enrollment);
        }
    },
    GROUP {
        @Override
        void save(SdkEntry entry, ProvisioningServiceClient client) throws ProvisioningServiceClientException {
            EnrollmentGroup group = new EnrollmentGroup(entry.id(), attestation(entry));
            group.setAllocationPolicy(AllocationPolicy.STATIC);
            group.setIotHubs(entry.hubs());
            group.setInitialTwin(entry.initialTwin());
            group.setProvisioningStatus(status(entry));
            entry.policy().ifPresent(group::setReprovisionPolicy);
            client.createOrUpdateEnrollmentGroup(group);
        }
    };

    /** Creates the entry or replaces it whole. */
    abstract void save(SdkEntry entry, ProvisioningServiceClient client) throws ProvisioningServiceClientException;

    private static SymmetricKeyAttestation attestation(SdkEntry entry) {
        return new SymmetricKeyAttestation(entry.key(), entry.key());
    }

    private static ProvisioningStatus status(SdkEntry entry) {
        return entry.enabled() ? ProvisioningStatus.ENABLED : ProvisioningStatus.DISABLED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
