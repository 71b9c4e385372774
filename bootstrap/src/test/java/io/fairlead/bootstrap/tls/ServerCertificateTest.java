package io.fairlead.bootstrap.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<String> HOSTS = List.of("dps.example.com", "10.0.0.7", "fe80::1");
    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir
    Path directory;

    private X509Certificate first;

    @BeforeEach
    void make() throws Exception {
        first = certificate(NOW, HOSTS);
    }

    @Test
    void keyStoreShouldHoldACertificateForTheHostsAndForThisMachine() throws Exception {
        assertThat(names(first))
                .containsExactlyInAnyOrder(
                        "dps.example.com", "10.0.0.7", "fe80:0:0:0:0:0:0:1", "localhost", "127.0.0.1");
        assertThat(first.getSubjectX500Principal().getName()).isEqualTo("CN=dps.example.com");
        assertThat(first.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(first.getBasicConstraints()).as("no authority").isNegative();
        assertThat(((ECPublicKey) first.getPublicKey())
                        .getParams()
                        .getCurve()
                        .getField()
                        .getFieldSize())
                .isEqualTo(256);
        assertThat(first.getNotBefore().toInstant())
                .as("for clocks that are behind")
                .isBefore(NOW.minus(Duration.ofHours(23)));
        assertThat(first.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(825)));
    }

    @Test
    void keyStoreShouldHoldTheKeyOfTheCertificate() throws Exception {
        KeyStore store = store(NOW, HOSTS);

        assertThat(store.size()).isEqualTo(1);
        assertThat(store.getKey("alias", PASSWORD)).isInstanceOf(ECPrivateKey.class);
    }

    @Test
    void authorityShouldSignTheServerAndNothingBelow() throws Exception {
        X509Certificate authority = Credential.fromPem(Files.readAllBytes(directory.resolve("tls/authority.pem")))
                .certificate();

        first.verify(authority.getPublicKey());
        assertThat(first.getIssuerX500Principal()).isEqualTo(authority.getSubjectX500Principal());
        assertThat(authority.getBasicConstraints()).as("path length").isZero();
        assertThat(authority.getKeyUsage()[5]).as("signs certificates").isTrue();
        assertThat(Files.readString(directory.resolve("tls/ca.pem")))
                .startsWith("-----BEGIN CERTIFICATE-----")
                .doesNotContain("PRIVATE");
    }

    @Test
    void keyStoreShouldKeepTheCertificateWhenNothingChanged() throws Exception {
        assertThat(certificate(NOW.plus(Duration.ofDays(549)), HOSTS)).isEqualTo(first);
    }

    @Test
    void keyStoreShouldKeepTheCertificateWhenTheHostsComeInAnotherOrder() throws Exception {
        assertThat(certificate(NOW, List.of("fe80::1", "localhost", "10.0.0.7", "dps.example.com")))
                .isEqualTo(first);
    }

    @Test
    void keyStoreShouldRenewTheCertificateWhenItsLastThirdHasBegun() throws Exception {
        Instant later = NOW.plus(Duration.ofDays(551));

        assertThat(certificate(later, HOSTS).getNotAfter().toInstant()).isEqualTo(later.plus(Duration.ofDays(825)));
    }

    @Test
    void keyStoreShouldRenewTheCertificateWhenAHostIsNew() throws Exception {
        X509Certificate renewed = certificate(NOW, List.of("dps.example.com", "other.example.com"));

        assertThat(names(renewed)).contains("other.example.com").doesNotContain("10.0.0.7");
        assertThat(renewed.getIssuerX500Principal())
                .as("by the same authority")
                .isEqualTo(first.getIssuerX500Principal());
    }

    @Test
    void keyStoreShouldRenewTheCertificateWhenItsFileIsBroken() throws Exception {
        Files.writeString(directory.resolve("tls/server.pem"), "half a fi");

        assertThat(certificate(NOW, HOSTS)).isNotEqualTo(first);
    }

    @Test
    void keyStoreShouldRenewTheCertificateWhenTheAuthorityIsAnother() throws Exception {
        Files.delete(directory.resolve("tls/authority.pem"));

        assertThat(certificate(NOW, HOSTS).getIssuerX500Principal()).isNotEqualTo(first.getIssuerX500Principal());
    }

    @Test
    void keyStoreShouldNotReplaceAnAuthorityThatCannotBeRead() throws IOException {
        Files.writeString(directory.resolve("tls/authority.pem"), "half a fi");

        assertThatThrownBy(() -> certificate(NOW, HOSTS))
                .isInstanceOf(TlsProblem.class)
                .hasMessageContaining("backup");
        assertThat(directory.resolve("tls/authority.pem")).hasContent("half a fi");
    }

    @Test
    void keyStoreShouldNameTheServiceWhenTheFirstHostIsTooLongForASubject() throws Exception {
        String longest = "a".repeat(60) + ".example.com";

        X509Certificate certificate = certificate(NOW, List.of(longest));

        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Fairlead");
        assertThat(names(certificate)).contains(longest);
    }

    private X509Certificate certificate(Instant now, List<String> hosts) throws Exception {
        return (X509Certificate) store(now, hosts).getCertificate("alias");
    }

    private KeyStore store(Instant now, List<String> hosts) throws Exception {
        byte[] content = new ServerCertificate(directory, Clock.fixed(now, ZoneOffset.UTC), new SecureRandom())
                .keyStore(hosts, "alias", PASSWORD);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content), PASSWORD);
        return store;
    }

    private static List<String> names(X509Certificate certificate) throws Exception {
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> (String) name.get(1))
                .toList();
    }
}
