package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientRegistrationResult;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.AllocationPolicy;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.EnrollmentGroup;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.IndividualEnrollment;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.X509Attestation;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.endtoend.SharedServer;
import io.fairlead.endtoend.operator.OperatorClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
    void deviceShouldBeAssignedByTheChainOfItsGroup(DeviceTransport transport) throws Exception {
        Minted root = authority(transport, "root").selfSigned();
        Minted between = authority(transport, "between").signedBy(root);
        upload(name(transport, "root"), root);
        EnrollmentGroup group = new EnrollmentGroup(
                name(transport, "group"), X509Attestation.createFromRootCertificates(SdkCertificate.pem(root)));
        group.setAllocationPolicy(AllocationPolicy.STATIC);
        group.setIotHubs(List.of(HUB));
        service.operator().createOrUpdateEnrollmentGroup(group);
        String device = name(transport, "member");
        Minted leaf = Mint.device(device).valid(YESTERDAY, TOMORROW).signedBy(between);

        assertAssigned(device, service.register(transport, new SdkCertificate(leaf, between, root)));
    }

    @OverEveryTransport
    void deviceShouldBeRefusedWithACertificateThatIsNotItsOwn(DeviceTransport transport) throws Exception {
        String device = name(transport, "other");
        enroll(device, Mint.device(device).valid(YESTERDAY, TOMORROW).selfSigned());
        Minted other = Mint.device(device).valid(YESTERDAY, TOMORROW).selfSigned();

        assertThatThrownBy(() -> service.register(transport, new SdkCertificate(other)))
                .isInstanceOf(ProvisioningDeviceClientException.class)
                .hasStackTraceContaining(transport.reported("401002"));
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

    /** An authority whose key the operator has shown to hold. */
    private void upload(String name, Minted authority) {
        String body = "{\"certificate\":\"%s\",\"isVerified\":true}"
                .formatted(Base64.getEncoder()
                        .encodeToString(authority.certificate().der()));
        assertThat(OperatorClient.owner(service.server())
                        .put("/operator/v1/certificates/" + name, body)
                        .statusCode())
                .isEqualTo(200);
    }

    private static Mint authority(DeviceTransport transport, String what) {
        return Mint.authority(name(transport, what)).valid(YESTERDAY, TOMORROW);
    }

    private static String name(DeviceTransport transport, String what) {
        return "x509-" + transport.name().toLowerCase(Locale.ROOT) + "-" + what;
    }
}
