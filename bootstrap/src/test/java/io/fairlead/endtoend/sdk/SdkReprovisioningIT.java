package io.fairlead.endtoend.sdk;

import static com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientSubstatus.DEVICE_DATA_MIGRATED;
import static com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientSubstatus.DEVICE_DATA_RESET;
import static com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientSubstatus.INITIAL_ASSIGNMENT;
import static com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientSubstatus.REPROVISIONED_TO_INITIAL_ASSIGNMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientRegistrationResult;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientStatus;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientSubstatus;
import io.fairlead.endtoend.SharedServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every policy, for both kinds of entries, as a device with the Java SDK sees it and as its hubs hold it afterwards. */
@ExtendWith(SdkClients.class)
class SdkReprovisioningIT {

    private static final String A = SharedServer.HUBS.get(0);
    private static final String B = SharedServer.HUBS.get(1);

    private static final String INITIAL = state("initial", "initial", "{}");
    private static final String DRIFTED = state("initial", "changed", "{\"firmware\":\"2.0\"}");

    private final SdkService service;

    SdkReprovisioningIT(SdkService service) {
        this.service = service;
    }

    @ParameterizedTest
    @EnumSource
    void firstRegistrationShouldAssignTheHubAndCreateTheInitialTwin(EntryKind kind) throws Exception {
        SdkEntry entry = SdkEntry.of(kind, "first", A).migrating();
        service.save(entry);

        ProvisioningDeviceClientRegistrationResult result = service.register(entry);

        assertAssigned(result, entry, A, INITIAL_ASSIGNMENT);
        assertThat(result.getDeviceId()).isEqualTo(entry.device());
        assertThat(result.getRegistrationId()).isEqualTo(entry.device());
        assertThat(result.getETag()).isNotEmpty();
        assertThat(result.getCreatedDateTimeUtc()).endsWith("Z");
        assertThat(held(entry, A)).isEqualTo(INITIAL);
    }

    @ParameterizedTest
    @EnumSource
    void keepShouldTouchNothingWhenTheHubIsStillRight(EntryKind kind) throws Exception {
        SdkEntry entry = drifted(SdkEntry.of(kind, "keep", A).migrating());

        assertAssigned(service.register(entry), entry, A, INITIAL_ASSIGNMENT);
        assertThat(held(entry, A)).isEqualTo(DRIFTED);
    }

    @ParameterizedTest
    @EnumSource
    void neverShouldKeepTheHubWhenItLeftTheList(EntryKind kind) throws Exception {
        SdkEntry entry = drifted(SdkEntry.of(kind, "never", A).staying());
        service.save(entry.at(B));

        assertAssigned(service.register(entry), entry, A, INITIAL_ASSIGNMENT);
        assertThat(held(entry, A)).isEqualTo(DRIFTED);
    }

    @ParameterizedTest
    @EnumSource
    void migrateShouldCarryTheStateWhenTheHubChanges(EntryKind kind) throws Exception {
        SdkEntry entry = drifted(SdkEntry.of(kind, "migrate", A).migrating());
        service.save(entry.at(B));

        assertAssigned(service.register(entry), entry, B, DEVICE_DATA_MIGRATED);
        assertThat(held(entry, B)).isEqualTo(DRIFTED);
        assertAssigned(service.register(entry), entry, B, DEVICE_DATA_MIGRATED);
    }

    @ParameterizedTest
    @EnumSource
    void resetShouldStartFromTheEntryWhenTheHubChanges(EntryKind kind) throws Exception {
        SdkEntry entry = drifted(SdkEntry.of(kind, "reset-move", A).resetting());
        service.save(entry.at(B));

        assertAssigned(service.register(entry), entry, B, DEVICE_DATA_RESET);
        assertThat(held(entry, B)).isEqualTo(INITIAL);
    }

    @ParameterizedTest
    @EnumSource
    void resetShouldStartFromTheEntryWhenTheHubStays(EntryKind kind) throws Exception {
        SdkEntry entry = drifted(SdkEntry.of(kind, "reset-in-place", A).resetting());

        assertAssigned(service.register(entry), entry, A, DEVICE_DATA_RESET);
        assertThat(held(entry, A)).isEqualTo(INITIAL);
    }

    @ParameterizedTest
    @EnumSource
    void absentPolicyShouldBindOldClientsAndMoveNewOnes(EntryKind kind) throws Exception {
        SdkEntry entry = drifted(SdkEntry.of(kind, "sticky", A));
        service.save(entry.at(B));

        OldDevice old = new OldDevice(service.server(), entry.device(), entry.deviceKey());
        assertThat(old.register("2018-04-01")).contains(A).contains("\"substatus\":\"initialAssignment\"");
        assertThat(held(entry, A)).isEqualTo(DRIFTED);

        assertAssigned(service.register(entry), entry, B, DEVICE_DATA_MIGRATED);
        assertThat(held(entry, B)).isEqualTo(DRIFTED);
    }

    @ParameterizedTest
    @EnumSource
    void savedPolicyShouldMoveOldClientsToo(EntryKind kind) throws Exception {
        SdkEntry entry = drifted(SdkEntry.of(kind, "old-with-policy", A).migrating());
        service.save(entry.at(B));

        OldDevice old = new OldDevice(service.server(), entry.device(), entry.deviceKey());
        assertThat(old.register("2018-04-01")).contains(B).contains("\"substatus\":\"deviceDataMigrated\"");
    }

    @ParameterizedTest
    @EnumSource
    void firstRegistrationShouldAdoptADeviceThatTheHubHoldsAlready(EntryKind kind) throws Exception {
        SdkEntry entry = SdkEntry.of(kind, "adopted", A).migrating();
        service.save(entry);
        service.hubs().thirdPartyCreates(A, entry.device(), entry.key(), "{\"mode\":\"theirs\"}");

        assertAssigned(service.register(entry), entry, A, REPROVISIONED_TO_INITIAL_ASSIGNMENT);
        assertThat(held(entry, A)).contains("\"desired\":{\"mode\":\"theirs\"}");
    }

    /** Registers the device and lets its back end and itself change its twin. */
    private SdkEntry drifted(SdkEntry entry) throws Exception {
        service.save(entry);
        assertAssigned(service.register(entry), entry, entry.hub(), INITIAL_ASSIGNMENT);
        service.hubs().backEndPatches(entry.hub(), entry.device(), "{\"mode\":\"changed\"}");
        service.hubs().deviceReports(entry.hub(), entry.device(), "{\"firmware\":\"2.0\"}");
        return entry;
    }

    private void assertAssigned(
            ProvisioningDeviceClientRegistrationResult result,
            SdkEntry entry,
            String hub,
            ProvisioningDeviceClientSubstatus substatus) {
        assertThat(result.getProvisioningDeviceClientStatus())
                .isEqualTo(ProvisioningDeviceClientStatus.PROVISIONING_DEVICE_STATUS_ASSIGNED);
        assertThat(result.getIothubUri()).isEqualTo(hub);
        assertThat(result.getSubstatus()).isEqualTo(substatus);
        assertThat(service.hubs().onlyHubOf(entry.device())).isEqualTo(hub);
    }

    /** Without what the device signs in with. */
    private String held(SdkEntry entry, String hub) {
        return service.hubs().device(hub, entry.device()).replaceFirst("\"credential\":\"[0-9a-f]+\",", "");
    }

    private static String state(String owner, String mode, String reported) {
        return "{\"status\":\"enabled\",\"tags\":{\"owner\":\"%s\"},\"desired\":{\"mode\":\"%s\"},\"reported\":%s}"
                .formatted(owner, mode, reported);
    }
}
