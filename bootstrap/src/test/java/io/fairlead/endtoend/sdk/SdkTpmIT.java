package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientRegistrationResult;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientStatus;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderTpm;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.AllocationPolicy;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.IndividualEnrollment;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.TpmAttestation;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientException;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.fixture.SoftwareTpm;
import io.fairlead.domain.fixture.SomeTpms;
import io.fairlead.endtoend.SharedServer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices that prove themselves by their TPM, with the Java clients. */
@ExtendWith(SdkClients.class)
class SdkTpmIT {
    private static final String HUB = SharedServer.HUBS.get(0);
    private static final String OTHER_HUB = SharedServer.HUBS.get(1);

    private final SdkService service;

    SdkTpmIT(SdkService service) {
        this.service = service;
    }

    /** The client has no way to do it over MQTT. */
    @ParameterizedTest
    @EnumSource(names = {"HTTPS", "AMQPS", "AMQPS_WS"})
    void deviceShouldBeProvisionedUnderTheIdOfItsEndorsementKey(DeviceTransport transport) throws Exception {
        SoftwareTpm tpm = SoftwareTpm.usual();
        SdkTpm device = new SdkTpm(tpm);
        enroll(device, HUB);

        ProvisioningDeviceClientRegistrationResult result = service.register(transport, device);

        assertAssigned(result, HUB);
        assertThat(result.getDeviceId()).isEqualTo(device.getRegistrationId()).hasSize(52);
        assertThat(tpm.purpose()).isEqualTo(HUB + "/devices/" + result.getDeviceId());
        assertThat(accepted(HUB, result.getDeviceId())).isEqualTo(fingerprint(tpm));
    }

    @Test
    void hubKeyShouldBeTheSameUntilTheDeviceMoves() throws Exception {
        SoftwareTpm tpm = SoftwareTpm.usual();
        SdkTpm device = new SdkTpm(tpm, "tpm-moved");
        enroll(device, HUB);
        service.register(device);
        byte[] first = tpm.identityKey();

        service.register(device);
        assertThat(tpm.identityKey()).isEqualTo(first);

        enroll(device, OTHER_HUB);
        assertAssigned(service.register(device), OTHER_HUB);
        assertThat(tpm.identityKey()).isNotEqualTo(first);
        assertThat(accepted(OTHER_HUB, "tpm-moved")).isEqualTo(fingerprint(tpm));
    }

    /** The client takes every 401 before the token for a challenge, and stumbles over one that holds no key. */
    @Test
    void anotherTpmShouldBeRefused() throws Exception {
        enroll(new SdkTpm(SomeTpms.someTpm(), "tpm-other"), HUB);

        assertThatThrownBy(() -> service.register(new SdkTpm(SomeTpms.otherTpm(), "tpm-other")))
                .isInstanceOf(ProvisioningDeviceClientException.class)
                .hasStackTraceContaining("getAuthenticationKey()\" is null");
        assertThat(service.hubs().device(HUB, "tpm-other")).isEmpty();
    }

    @Test
    void endorsementKeyShouldBelongToOneEntry() throws Exception {
        SoftwareTpm tpm = SoftwareTpm.usual();
        enroll(new SdkTpm(tpm, "tpm-first"), HUB);

        assertThatThrownBy(() -> enroll(new SdkTpm(tpm, "tpm-second"), HUB))
                .isInstanceOf(ProvisioningServiceClientException.class)
                .hasMessageContaining("409001");
        TpmAttestation shown = (TpmAttestation)
                service.operator().getIndividualEnrollment("tpm-first").getAttestation();
        assertThat(shown.getEndorsementKey()).isEqualTo(base64(tpm.endorsementKey()));
    }

    /** CI installs {@code swtpm} and demands it; elsewhere the test is skipped where it is missing. */
    @Test
    void tpmThatIsNoneOfOurMakingShouldOpenWhatWeWrap() throws Exception {
        boolean isRequired = "required".equals(System.getProperty("fairlead.swtpm"));
        assumeTrue(isRequired || Swtpm.isInstalled(), "swtpm is not installed: apt-get install swtpm");
        try (RealTpm device = new RealTpm(Swtpm.start())) {
            enroll(device, HUB);

            ProvisioningDeviceClientRegistrationResult result = service.register(device);

            assertAssigned(result, HUB);
            assertThat(device.purpose()).isEqualTo(HUB + "/devices/" + result.getDeviceId());
            assertAssigned(service.register(device), HUB);
        }
    }

    private void enroll(SecurityProviderTpm device, String hub) throws Exception {
        IndividualEnrollment enrollment = new IndividualEnrollment(
                device.getRegistrationId(), new TpmAttestation(base64(device.getEndorsementKey())));
        enrollment.setAllocationPolicy(AllocationPolicy.STATIC);
        enrollment.setIotHubs(List.of(hub));
        service.operator().createOrUpdateIndividualEnrollment(enrollment);
    }

    private static void assertAssigned(ProvisioningDeviceClientRegistrationResult result, String hub) {
        assertThat(result.getProvisioningDeviceClientStatus())
                .isEqualTo(ProvisioningDeviceClientStatus.PROVISIONING_DEVICE_STATUS_ASSIGNED);
        assertThat(result.getIothubUri()).isEqualTo(hub);
    }

    /** What the hub lets the device in with. */
    private String accepted(String hub, String device) {
        return service.hubs().device(hub, device).replaceAll(".*\"credential\":\"([^\"]*)\".*", "$1");
    }

    private static String fingerprint(SoftwareTpm tpm) {
        SymmetricKey key = SymmetricKey.of(tpm.identityKey());
        return new KeyCredential(new SymmetricKeys(key, key)).fingerprint();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
