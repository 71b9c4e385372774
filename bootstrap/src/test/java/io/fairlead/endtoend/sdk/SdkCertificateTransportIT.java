package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientRegistrationResult;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.AllocationPolicy;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.IndividualEnrollment;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.X509Attestation;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.endtoend.SharedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;

/** Devices that prove themselves by X.509, once over every transport: the chain of the handshake is the proof. */
@ExtendWith(SdkClients.class)
class SdkCertificateTransportIT {
    private static final String HUB = SharedServer.HUBS.get(0);
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

    private final SdkService service;

    SdkCertificateTransportIT(SdkService service) {
        this.service = service;
    }

    @OverEveryTransport
    void deviceShouldBeAssignedByItsOwnCertificate(DeviceTransport transport) throws Exception {
        String device = name(transport, "own");
        Minted own = Mint.device(device).valid(YESTERDAY, TOMORROW).selfSigned();
        enroll(device, own);

        assertAssigned(device, service.register(transport, new SdkCertificate(own)));
    }

    @OverEveryTransport
    void deviceShouldBeRefusedWithACertificateThatIsNotItsOwn(DeviceTransport transport) throws Exception {
        String device = name(transport, "other");
        enroll(device, Mint.device(device).valid(YESTERDAY, TOMORROW).selfSigned());
        Minted other = Mint.device(device).valid(YESTERDAY, TOMORROW).selfSigned();

        assertThatThrownBy(() -> service.register(transport, new SdkCertificate(other)))
                .isInstanceOf(ProvisioningDeviceClientException.class)
                .hasStackTraceContaining("401002");
    }

    private void enroll(String device, Minted own) throws Exception {
        IndividualEnrollment entry =
                new IndividualEnrollment(device, X509Attestation.createFromClientCertificates(SdkCertificate.pem(own)));
        entry.setAllocationPolicy(AllocationPolicy.STATIC);
        entry.setIotHubs(List.of(HUB));
        service.operator().createOrUpdateIndividualEnrollment(entry);
    }

    private static void assertAssigned(String device, ProvisioningDeviceClientRegistrationResult result) {
        assertThat(result.getIothubUri()).isEqualTo(HUB);
        assertThat(result.getDeviceId()).isEqualTo(device);
    }

    private static String name(DeviceTransport transport, String what) {
        return "x509-" + transport.name().toLowerCase(Locale.ROOT) + "-" + what;
    }
}
