package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientRegistrationResult;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientStatus;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.AllocationPolicy;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.IndividualEnrollment;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.X509Attestation;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientException;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.endtoend.SharedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Devices that prove themselves by X.509, with the Java clients, over HTTPS. */
@ExtendWith(SdkClients.class)
class SdkCertificateIT {
    private static final String HUB = SharedServer.HUBS.get(0);
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

    private final SdkService service;

    SdkCertificateIT(SdkService service) {
        this.service = service;
    }

    @Test
    void deviceShouldBeProvisionedByItsOwnCertificate() throws Exception {
        Minted own = mint("x509-device");
        enroll("x509-device", X509Attestation.createFromClientCertificates(SdkCertificate.pem(own)));

        ProvisioningDeviceClientRegistrationResult result = service.register(new SdkCertificate(own));

        assertThat(result.getProvisioningDeviceClientStatus())
                .isEqualTo(ProvisioningDeviceClientStatus.PROVISIONING_DEVICE_STATUS_ASSIGNED);
        assertThat(result.getIothubUri()).isEqualTo(HUB);
        assertThat(credential("x509-device"))
                .isEqualTo(own.certificate().thumbprint().value());
    }

    @Test
    void rolledCertificateShouldReachTheHubWithTheNextRequest() throws Exception {
        Minted own = mint("x509-rolled");
        Minted next = mint("x509-rolled");
        enroll(
                "x509-rolled",
                X509Attestation.createFromClientCertificates(SdkCertificate.pem(own), SdkCertificate.pem(next)));
        service.register(new SdkCertificate(own));

        service.register(new SdkCertificate(next));

        assertThat(credential("x509-rolled"))
                .isEqualTo(next.certificate().thumbprint().value());
    }

    @Test
    void entryShouldBeReadAndWrittenBackWithoutTouchingItsCertificates() throws Exception {
        Minted own = mint("x509-kept");
        enroll("x509-kept", X509Attestation.createFromClientCertificates(SdkCertificate.pem(own)));

        IndividualEnrollment read = service.operator().getIndividualEnrollment("x509-kept");
        read.setDeviceId("x509-kept-device");
        service.operator().createOrUpdateIndividualEnrollment(read);

        X509Attestation shown = (X509Attestation)
                service.operator().getIndividualEnrollment("x509-kept").getAttestation();
        assertThat(shown.getPrimaryX509CertificateInfo().getSha256Thumbprint())
                .isEqualTo(own.certificate().thumbprint().value());
        assertThat(service.register(new SdkCertificate(own)).getDeviceId()).isEqualTo("x509-kept-device");
    }

    @Test
    void registrationShouldBeRefusedWithAnotherCertificate() throws Exception {
        enroll("x509-other", X509Attestation.createFromClientCertificates(SdkCertificate.pem(mint("x509-other"))));

        assertRefused(mint("x509-other"), "401002");
        assertThat(service.hubs().device(HUB, "x509-other")).isEmpty();
    }

    @Test
    void registrationShouldBeRefusedWhenTheCertificateHasExpired() throws Exception {
        Minted old = Mint.device("x509-old")
                .valid(YESTERDAY, YESTERDAY.plusSeconds(60))
                .selfSigned();
        enroll("x509-old", X509Attestation.createFromClientCertificates(SdkCertificate.pem(old)));

        assertRefused(old, "401002");
    }

    @Test
    void registrationShouldBeRefusedWhenNobodyEnrolledTheCertificate() {
        assertRefused(mint("x509-stranger"), "401002");
        Minted root = Mint.authority("some root").valid(YESTERDAY, TOMORROW).selfSigned();
        Minted leaf = Mint.device("x509-stranger").valid(YESTERDAY, TOMORROW).signedBy(root);
        assertThatThrownBy(() -> service.register(new SdkCertificate(leaf, root)))
                .isInstanceOf(ProvisioningDeviceClientException.class)
                .hasStackTraceContaining("404201");
    }

    @Test
    void chainOfTenShouldBeRefusedByTheServiceItself() {
        Minted[] issuers = new Minted[9];
        issuers[8] = Mint.authority("root").valid(YESTERDAY, TOMORROW).selfSigned();
        for (int at = 7; at >= 0; at--) {
            issuers[at] =
                    Mint.authority("authority " + at).valid(YESTERDAY, TOMORROW).signedBy(issuers[at + 1]);
        }
        Minted leaf = Mint.device("x509-long").valid(YESTERDAY, TOMORROW).signedBy(issuers[0]);

        assertThatThrownBy(() -> service.register(new SdkCertificate(leaf, issuers)))
                .isInstanceOf(ProvisioningDeviceClientException.class)
                .hasStackTraceContaining("401002");
    }

    private void enroll(String id, X509Attestation attestation) throws ProvisioningServiceClientException {
        IndividualEnrollment enrollment = new IndividualEnrollment(id, attestation);
        enrollment.setAllocationPolicy(AllocationPolicy.STATIC);
        enrollment.setIotHubs(List.of(HUB));
        service.operator().createOrUpdateIndividualEnrollment(enrollment);
    }

    private void assertRefused(Minted shown, String code) {
        assertThatThrownBy(() -> service.register(new SdkCertificate(shown)))
                .isInstanceOf(ProvisioningDeviceClientException.class)
                .hasStackTraceContaining(code);
    }

    /** What the hub lets the device in with. */
    private String credential(String device) {
        String held = service.hubs().device(HUB, device);
        return held.replaceAll(".*\"credential\":\"([^\"]*)\".*", "$1");
    }

    private static Minted mint(String device) {
        return Mint.device(device).valid(YESTERDAY, TOMORROW).selfSigned();
    }
}
