package io.fairlead.adapters.wire.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.CertificateProof;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.attestation.SharedAccessProof;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.fixture.SomeCertificates;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token counts before a certificate, and nothing is nothing. */
class ShownProofTest {
    private static final List<X509Certificate> CHAIN =
            List.of(SomeCertificates.SOME_DEVICE.x509(), SomeCertificates.SOME_AUTHORITY.x509());
    private static final String TOKEN = "SharedAccessSignature sr=0ne00000A0A/registrations/some-device&sig="
            + "hvqtvxT6hlStAK1xHaQLT9EC77Uilsk%2F6ab%2B2%2FtfLfY%3D&se=1795374742&skn=";

    @Test
    void chainShouldBeTheProofWhenThereIsNoToken() {
        CertificateProof proof = new CertificateProof(
                new CertificateChain(List.of(SomeCertificates.SOME_DEVICE, SomeCertificates.SOME_AUTHORITY)));
        assertThat(ShownProof.of(null, CHAIN)).isEqualTo(proof);
        assertThat(ShownProof.of("", CHAIN)).isEqualTo(proof);
    }

    @Test
    void tokenShouldCountBeforeAChain() {
        assertThat(ShownProof.of(TOKEN, CHAIN)).isInstanceOf(SharedAccessProof.class);
        assertThat(ShownProof.of(TOKEN, List.of())).isInstanceOf(SharedAccessProof.class);
    }

    @Test
    void brokenTokenShouldNotBeMadeUpForByAChain() {
        assertThatExceptionOfType(ProvisioningException.class).isThrownBy(() -> ShownProof.of("Bearer x", CHAIN));
    }

    @Test
    void nothingShouldBeShownWhenThereIsNeither() {
        assertThat(ShownProof.of(null, List.of())).isEqualTo(new DeviceProof.None());
    }
}
