package io.fairlead.adapters.wire.enrollment;

import static io.fairlead.domain.fixture.SomeCertificates.OTHER_DEVICE;
import static io.fairlead.domain.fixture.SomeCertificates.SOME_AUTHORITY;
import static io.fairlead.domain.fixture.SomeCertificates.SOME_DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.attestation.AuthorityReferences;
import io.fairlead.domain.attestation.ClientCertificates;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.attestation.SigningCertificates;
import io.fairlead.domain.certificate.CertificateName;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** How the certificates of an entry are told: the figures are those that openssl prints. */
class X509JsonTest {

    @Test
    void certificateShouldBeDescribedWhole() {
        assertThat(json(new ClientCertificates(PrimarySecondary.of(SOME_DEVICE))))
                .isEqualTo("""
                {"type":"x509","x509":{"clientCertificates":{"primary":{"info":{"subjectName":"CN=some-device",\
                "sha1Thumbprint":"C7B93AB32DEAD7A28D958903E1837714CC3226C7","sha256Thumbprint":"9B335F9EA9E88EE844C5C3DABF175145090794A155DA5DD6169D03FBDC95FD1C",\
                "issuerName":"CN=some-device","notBeforeUtc":"2026-11-23T00:59:02.0000000Z",\
                "notAfterUtc":"2126-10-30T00:59:02.0000000Z",\
                "serialNumber":"22B0150D91F9685134FCBCCC2856E91F5B4DDF30","version":3}}}}}""");
    }

    @Test
    void bothCertificatesShouldBeShownUnderTheirPlaces() {
        assertThat(json(new SigningCertificates(PrimarySecondary.of(SOME_AUTHORITY, OTHER_DEVICE))))
                .contains(
                        "{\"signingCertificates\":{\"primary\":{\"info\":{\"subjectName\":\"CN=Some Maker CA, O=Some Maker\"")
                .contains("\"secondary\":{\"info\":{\"subjectName\":\"CN=other-device\"");
    }

    @Test
    void referencesShouldBeShownByName() {
        assertThat(json(new AuthorityReferences(
                        PrimarySecondary.of(new CertificateName("ca1"), new CertificateName("CA-2")))))
                .isEqualTo(
                        "{\"type\":\"x509\",\"x509\":{\"caReferences\":{\"primary\":\"ca1\",\"secondary\":\"CA-2\"}}}");
    }

    private static String json(Attestation attestation) {
        return new String(AttestationJson.write(attestation), StandardCharsets.UTF_8);
    }
}
