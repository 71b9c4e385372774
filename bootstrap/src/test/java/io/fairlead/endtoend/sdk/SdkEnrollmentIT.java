package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.service.ProvisioningServiceClient;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.AllocationPolicy;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.DeviceCapabilities;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.EnrollmentGroup;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.IndividualEnrollment;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.ProvisioningStatus;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.ReprovisionPolicy;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.SymmetricKeyAttestation;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.TwinCollection;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.TwinState;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientBadFormatException;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientNotFoundException;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientPreconditionFailedException;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientUnathorizedException;
import io.fairlead.endtoend.SharedServer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator's work on entries through the Java service client. */
@ExtendWith(SdkClients.class)
class SdkEnrollmentIT {

    private static final List<String> HUBS = SharedServer.HUBS.subList(0, 2);

    private final SdkService service;
    private final ProvisioningServiceClient operator;

    SdkEnrollmentIT(SdkService service) {
        this.service = service;
        this.operator = service.operator();
    }

    @Test
    void individualEntryShouldBeReturnedAsSaved() throws Exception {
        IndividualEnrollment saved = operator.createOrUpdateIndividualEnrollment(full("crud-1"));

        IndividualEnrollment read = operator.getIndividualEnrollment("crud-1");
        assertThat(read.getDeviceId()).isEqualTo("device-of-crud-1");
        assertThat(read.getAllocationPolicy()).isEqualTo(AllocationPolicy.HASHED);
        assertThat(read.getIotHubs()).containsExactlyElementsOf(HUBS);
        assertThat(read.getInitialTwin().getDesiredProperties()).containsEntry("interval", 5.0);
        assertThat(read.getInitialTwin().getTags()).containsEntry("site", "north");
        assertThat(read.getCapabilities().isIotEdge()).isTrue();
        assertThat(read.getProvisioningStatus()).isEqualTo(ProvisioningStatus.ENABLED);
        assertThat(read.getReprovisionPolicy().getUpdateHubAssignment()).isTrue();
        assertThat(read.getReprovisionPolicy().getMigrateDeviceData()).isFalse();
        assertThat(read.getEtag()).isEqualTo(saved.getEtag()).isNotEmpty();
        assertThat(read.getCreatedDateTimeUtc()).isNotNull();
        assertThat(read.getLastUpdatedDateTimeUtc()).isNotNull();
    }

    @Test
    void absentPolicyShouldBeReturnedAsAbsent() throws Exception {
        IndividualEnrollment entry = full("crud-2");
        entry.setReprovisionPolicy(null);
        operator.createOrUpdateIndividualEnrollment(entry);

        assertThat(operator.getIndividualEnrollment("crud-2").getReprovisionPolicy())
                .isNull();
    }

    @Test
    void generatedKeysShouldBeReturnedOnceAndServeTheDevice() throws Exception {
        IndividualEnrollment made = operator.createOrUpdateIndividualEnrollment(
                new IndividualEnrollment("crud-3", new SymmetricKeyAttestation("", "")));

        SymmetricKeyAttestation keys = (SymmetricKeyAttestation) made.getAttestation();
        assertThat(Base64.getDecoder().decode(keys.getPrimaryKey())).hasSize(64);
        assertThat(Base64.getDecoder().decode(keys.getSecondaryKey())).hasSize(64);
        assertThat(keys.getPrimaryKey()).isNotEqualTo(keys.getSecondaryKey());
        assertThat(service.register("crud-3", keys.getSecondaryKey()).getDeviceId())
                .isEqualTo("crud-3");
    }

    @Test
    void entryReadAndWrittenBackShouldKeepItsKeys() throws Exception {
        operator.createOrUpdateIndividualEnrollment(full("crud-4"));
        IndividualEnrollment read = operator.getIndividualEnrollment("crud-4");
        read.setDeviceId("renamed");

        IndividualEnrollment updated = operator.createOrUpdateIndividualEnrollment(read);

        assertThat(updated.getEtag()).isNotEqualTo(read.getEtag());
        assertThat(service.register("crud-4", SdkEntry.keyOf("crud-4")).getDeviceId())
                .isEqualTo("renamed");
    }

    @Test
    void updateShouldBeRefusedWhenTheEntryWasChangedMeanwhile() throws Exception {
        operator.createOrUpdateIndividualEnrollment(full("crud-5"));
        IndividualEnrollment stale = operator.getIndividualEnrollment("crud-5");
        operator.createOrUpdateIndividualEnrollment(full("crud-5"));

        assertThatThrownBy(() -> operator.createOrUpdateIndividualEnrollment(stale))
                .isInstanceOf(ProvisioningServiceClientPreconditionFailedException.class);
        assertThatThrownBy(() -> operator.deleteIndividualEnrollment(stale))
                .isInstanceOf(ProvisioningServiceClientPreconditionFailedException.class);
    }

    @Test
    void deletedEntryShouldBeGone() throws Exception {
        operator.createOrUpdateIndividualEnrollment(full("crud-6"));
        operator.deleteIndividualEnrollment("crud-6");

        assertThatThrownBy(() -> operator.getIndividualEnrollment("crud-6"))
                .isInstanceOf(ProvisioningServiceClientNotFoundException.class)
                .hasMessageContaining("404202");
    }

    @Test
    void individualEntryShouldBeDeletedByItsTagOrByWhatWasRead() throws Exception {
        String etag =
                operator.createOrUpdateIndividualEnrollment(full("crud-8")).getEtag();
        operator.deleteIndividualEnrollment("crud-8", etag);
        operator.deleteIndividualEnrollment(operator.createOrUpdateIndividualEnrollment(full("crud-8")));

        assertThatThrownBy(() -> operator.deleteIndividualEnrollment("crud-8", etag))
                .isInstanceOf(ProvisioningServiceClientNotFoundException.class);
    }

    @Test
    void groupShouldBeDeletedByItsTagOrByWhatWasRead() throws Exception {
        EnrollmentGroup group = new EnrollmentGroup("crud-group-2", attestation("crud-group-2"));
        EnrollmentGroup stale = operator.createOrUpdateEnrollmentGroup(group);
        EnrollmentGroup saved = operator.createOrUpdateEnrollmentGroup(group);
        assertThatThrownBy(() -> operator.createOrUpdateEnrollmentGroup(stale))
                .isInstanceOf(ProvisioningServiceClientPreconditionFailedException.class);
        assertThatThrownBy(() -> operator.deleteEnrollmentGroup(stale))
                .isInstanceOf(ProvisioningServiceClientPreconditionFailedException.class);

        operator.deleteEnrollmentGroup("crud-group-2", saved.getEtag());
        operator.deleteEnrollmentGroup(operator.createOrUpdateEnrollmentGroup(group));

        assertThatThrownBy(() -> operator.getEnrollmentGroup("crud-group-2"))
                .isInstanceOf(ProvisioningServiceClientNotFoundException.class);
    }

    @Test
    void groupShouldBeSavedReadChangedAndDeleted() throws Exception {
        EnrollmentGroup group = new EnrollmentGroup("crud-group", attestation("crud-group"));
        group.setAllocationPolicy(AllocationPolicy.HASHED);
        group.setIotHubs(HUBS);
        operator.createOrUpdateEnrollmentGroup(group);
        EnrollmentGroup read = operator.getEnrollmentGroup("crud-group");
        assertThat(read.getIotHubs()).containsExactlyElementsOf(HUBS);

        read.setProvisioningStatus(ProvisioningStatus.DISABLED);
        operator.createOrUpdateEnrollmentGroup(read);
        assertThat(operator.getEnrollmentGroup("crud-group").getProvisioningStatus())
                .isEqualTo(ProvisioningStatus.DISABLED);

        operator.deleteEnrollmentGroup("crud-group");
        assertThatThrownBy(() -> operator.getEnrollmentGroup("crud-group"))
                .isInstanceOf(ProvisioningServiceClientNotFoundException.class);
    }

    @Test
    void entryShouldBeRefusedWhenItNamesAHubThatIsNotLinked() {
        IndividualEnrollment entry = full("crud-7");
        entry.setIotHubs(List.of("elsewhere.fairlead.local"));

        assertThatThrownBy(() -> operator.createOrUpdateIndividualEnrollment(entry))
                .isInstanceOf(ProvisioningServiceClientBadFormatException.class)
                .hasMessageContaining("elsewhere.fairlead.local is not a linked hub");
    }

    @Test
    void everythingShouldBeRefusedWhenTheOwnerKeyIsWrong() {
        ProvisioningServiceClient stranger = new ProvisioningServiceClient(
                "HostName=localhost;SharedAccessKeyName=provisioningserviceowner;SharedAccessKey="
                        + SdkEntry.keyOf("stranger"));

        assertThatThrownBy(() -> stranger.getIndividualEnrollment("crud-1"))
                .isInstanceOf(ProvisioningServiceClientUnathorizedException.class)
                .hasMessageContaining("401002");
    }

    private static IndividualEnrollment full(String id) {
        IndividualEnrollment entry = new IndividualEnrollment(id, attestation(id));
        entry.setDeviceId("device-of-" + id);
        entry.setAllocationPolicy(AllocationPolicy.HASHED);
        entry.setIotHubs(HUBS);
        entry.setProvisioningStatus(ProvisioningStatus.ENABLED);
        TwinCollection tags = new TwinCollection();
        tags.put("site", "north");
        TwinCollection desired = new TwinCollection();
        desired.put("interval", 5);
        entry.setInitialTwin(new TwinState(tags, desired));
        DeviceCapabilities capabilities = new DeviceCapabilities();
        capabilities.setIotEdge(true);
        entry.setCapabilities(capabilities);
        ReprovisionPolicy policy = new ReprovisionPolicy();
        policy.setUpdateHubAssignment(true);
        entry.setReprovisionPolicy(policy);
        return entry;
    }

    private static SymmetricKeyAttestation attestation(String name) {
        return new SymmetricKeyAttestation(SdkEntry.keyOf(name), SdkEntry.keyOf(name));
    }
}
