package io.fairlead.adapters.rest.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.rest.auth.DeviceProofHeader;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.CertificateProof;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.fixture.SomeCertificates;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates that a proxy tells of (RFC 9440), and that others claim it told of. */
class ProxiedCertificatesTest {
    private static final String PROXY = "10.0.0.1";
    private static final String LEAF = ":" + SomeCertificates.SOME_DEVICE.base64() + ":";
    private static final String ISSUER = ":" + SomeCertificates.SOME_AUTHORITY.base64() + ":";

    @Test
    void chainShouldBeBelievedFromANamedProxy() {
        ContainerRequest request = request(PROXY);
        request.header(ClientCertHeader.LEAF, LEAF);
        request.header(ClientCertHeader.CHAIN, ISSUER);
        assertThat(shown(request, true)).containsExactly(SomeCertificates.SOME_DEVICE, SomeCertificates.SOME_AUTHORITY);
        assertThat(request.getHeaders()).doesNotContainKeys(ClientCertHeader.LEAF, ClientCertHeader.CHAIN);
    }

    @Test
    void chainOverSeveralLinesAndWithParametersShouldBeRead() {
        ContainerRequest request = request(PROXY);
        request.header(ClientCertHeader.LEAF, LEAF + ";a=1");
        request.header(ClientCertHeader.CHAIN, ISSUER + " , " + LEAF);
        request.header(ClientCertHeader.CHAIN, ISSUER);
        assertThat(shown(request, true)).hasSize(4);
    }

    @Test
    void headersShouldBeTakenAwayFromEveryoneElse() {
        for (ContainerRequest request : List.of(request("192.0.2.7"), request(null))) {
            request.header(ClientCertHeader.LEAF, LEAF);
            assertThat(shown(request, true)).isEmpty();
            assertThat(request.getHeaders()).doesNotContainKey(ClientCertHeader.LEAF);
        }
    }

    @Test
    void proxyShouldNotBeBelievedUnlessItIsSaidToEndTls() {
        ContainerRequest request = request(PROXY);
        request.header(ClientCertHeader.LEAF, LEAF);
        assertThat(shown(request, false)).isEmpty();
    }

    @Test
    void certificateOfTheProxyItselfShouldStandForNoDevice() {
        ContainerRequest request = request(PROXY);
        request.setProperty(
                DeviceProofHeader.CERTIFICATES, new X509Certificate[] {SomeCertificates.SOME_DEVICE.x509()});
        assertThat(shown(request, true)).isEmpty();
    }

    @Test
    void certificateOfTheHandshakeShouldStandForAnyoneElse() {
        ContainerRequest request = request("192.0.2.7");
        request.header(ClientCertHeader.LEAF, ISSUER);
        request.setProperty(
                DeviceProofHeader.CERTIFICATES, new X509Certificate[] {SomeCertificates.SOME_DEVICE.x509()});
        assertThat(shown(request, true)).containsExactly(SomeCertificates.SOME_DEVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", ":AAAA:", ":A:", "::", ":!:", "-----BEGIN CERTIFICATE-----"})
    void garbageOfAProxyShouldBeRefused(String leaf) {
        ContainerRequest request = request(PROXY);
        request.header(ClientCertHeader.LEAF, leaf);
        assertThatThrownBy(() -> shown(request, true))
                .isInstanceOf(ProvisioningException.class)
                .hasMessageContaining("RFC 9440");
    }

    @Test
    void endlessChainShouldBeRefused() {
        ContainerRequest request = request(PROXY);
        request.header(ClientCertHeader.LEAF, LEAF);
        request.header(ClientCertHeader.CHAIN, (ISSUER + ",").repeat(17) + ISSUER);
        assertThatThrownBy(() -> shown(request, true)).hasMessageContaining("RFC 9440");
    }

    private static List<Certificate> shown(ContainerRequest request, boolean believed) {
        new ProxiedCertificates(new TrustedProxies(Set.of(PROXY), believed)).filter(request);
        DeviceProof proof = DeviceProofHeader.read(request);
        return proof instanceof CertificateProof shown ? shown.chain().certificates() : List.of();
    }

    private static ContainerRequest request(String connection) {
        URI uri = URI.create("https://localhost/");
        ContainerRequest request = new ContainerRequest(uri, uri, "PUT", null, new MapPropertiesDelegate(), null);
        if (connection != null) request.setProperty(TrustedProxies.CONNECTION, connection);
        return request;
    }
}
