package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientRegistrationResult;
import com.microsoft.azure.sdk.iot.provisioning.device.ProvisioningDeviceClientStatus;
import com.microsoft.azure.sdk.iot.provisioning.device.internal.exceptions.ProvisioningDeviceClientException;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.AllocationPolicy;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.EnrollmentGroup;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.IndividualEnrollment;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.ProvisioningStatus;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.SymmetricKeyAttestation;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.X509Attestation;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientException;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.endtoend.SharedServer;
import io.fairlead.endtoend.operator.OperatorClient;
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
    private final OperatorClient operator;

    SdkCertificateIT(SdkService service) {
        this.service = service;
        this.operator = OperatorClient.owner(service.server());
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

    @Test
    void deviceOfAGroupShouldBeProvisionedOverAChainOfThree() throws Exception {
        Minted root = verified("sdk-maker");
        Minted factory =
                Mint.authority("sdk factory").valid(YESTERDAY, TOMORROW).signedBy(root);
        enrollGroup("sdk-x509-named", X509Attestation.createFromCAReferences("sdk-maker"));
        Minted leaf = Mint.device("x509-grouped").valid(YESTERDAY, TOMORROW).signedBy(factory);

        ProvisioningDeviceClientRegistrationResult result = service.register(new SdkCertificate(leaf, factory, root));

        assertThat(result.getProvisioningDeviceClientStatus())
                .isEqualTo(ProvisioningDeviceClientStatus.PROVISIONING_DEVICE_STATUS_ASSIGNED);
        assertThat(credential("x509-grouped"))
                .isEqualTo(leaf.certificate().thumbprint().value());

        Minted renewed = Mint.device("x509-grouped").valid(YESTERDAY, TOMORROW).signedBy(factory);
        service.register(new SdkCertificate(renewed, factory, root));
        assertThat(credential("x509-grouped"))
                .isEqualTo(renewed.certificate().thumbprint().value());

        IndividualEnrollment ban = new IndividualEnrollment("x509-grouped", new SymmetricKeyAttestation("", ""));
        ban.setProvisioningStatus(ProvisioningStatus.DISABLED);
        service.operator().createOrUpdateIndividualEnrollment(ban);
        assertRefused("401002", renewed, factory, root);
        // Without the root nothing that is shown leads to the group.
        assertRefused(
                "404201",
                Mint.device("x509-grouped-2").valid(YESTERDAY, TOMORROW).signedBy(factory),
                factory);
    }

    @Test
    void deviceOfAGroupShouldBeProvisionedOverASigningCertificateBelowAVerifiedAuthority() throws Exception {
        Minted root = verified("sdk-maker-2");
        Minted factory =
                Mint.authority("sdk factory 2").valid(YESTERDAY, TOMORROW).signedBy(root);
        enrollGroup("sdk-x509-signed", X509Attestation.createFromRootCertificates(SdkCertificate.pem(factory)));
        Minted leaf = Mint.device("x509-signed").valid(YESTERDAY, TOMORROW).signedBy(factory);

        service.register(new SdkCertificate(leaf, factory, root));

        assertThat(credential("x509-signed"))
                .isEqualTo(leaf.certificate().thumbprint().value());
        EnrollmentGroup read = service.operator().getEnrollmentGroup("sdk-x509-signed");
        assertThat(((X509Attestation) read.getAttestation())
                        .getPrimaryX509CertificateInfo()
                        .getSha256Thumbprint())
                .isEqualTo(factory.certificate().thumbprint().value());
        assertThat(operator.get("/operator/v1/audit?registrationId=x509-signed").body())
                .contains("FIRST_ASSIGNMENT");
    }

    @Test
    void refusalShouldStandInTheAuditLogWithItsReason() throws Exception {
        enroll("x509-audited", X509Attestation.createFromClientCertificates(SdkCertificate.pem(mint("x509-audited"))));

        assertRefused(mint("x509-audited"), "401002");

        assertThat(operator.get("/operator/v1/audit?registrationId=x509-audited")
                        .body())
                .contains("\"decision\":\"REFUSED\"", "\"proof\":\"WRONG_CERTIFICATE\"");
    }

    /** An authority whose key was proven to be its owner's. */
    private Minted verified(String name) {
        Minted root = Mint.authority(name).valid(YESTERDAY, TOMORROW).selfSigned();
        String path = "/operator/v1/certificates/" + name;
        assertThat(operator.put(path, "{\"certificate\":\"" + root.certificate().base64() + "\"}")
                        .statusCode())
                .isEqualTo(200);
        String code = operator.post(path + "/verificationCode")
                .body()
                .replaceAll(".*\"verificationCode\":\"([^\"]*)\".*", "$1");
        Minted proof = Mint.named("CN=" + code).valid(YESTERDAY, TOMORROW).signedBy(root);
        String verified = operator.post(
                        path + "/verify",
                        "{\"certificate\":\"" + proof.certificate().base64() + "\"}")
                .body();
        assertThat(verified).contains("\"isVerified\":true");
        return root;
    }

    private void enrollGroup(String id, X509Attestation attestation) throws ProvisioningServiceClientException {
        EnrollmentGroup group = new EnrollmentGroup(id, attestation);
        group.setAllocationPolicy(AllocationPolicy.STATIC);
        group.setIotHubs(List.of(HUB));
        service.operator().createOrUpdateEnrollmentGroup(group);
    }

    private void enroll(String id, X509Attestation attestation) throws ProvisioningServiceClientException {
        IndividualEnrollment enrollment = new IndividualEnrollment(id, attestation);
        enrollment.setAllocationPolicy(AllocationPolicy.STATIC);
        enrollment.setIotHubs(List.of(HUB));
        service.operator().createOrUpdateIndividualEnrollment(enrollment);
    }

    private void assertRefused(Minted shown, String code) {
        assertRefused(code, shown);
    }

    private void assertRefused(String code, Minted shown, Minted... issuers) {
        assertThatThrownBy(() -> service.register(new SdkCertificate(shown, issuers)))
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
