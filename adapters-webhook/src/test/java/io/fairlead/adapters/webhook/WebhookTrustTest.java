package io.fairlead.adapters.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fairlead.domain.allocation.CustomAllocation;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks over TLS that a private authority vouches for. */
class WebhookTrustTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2090-01-01T00:00:00Z");

    private final Minted authority =
            Mint.authority("private authority").valid(BEGIN, END).selfSigned();
    private HttpsServer program;

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws Exception {
        program = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.setHttpsConfigurator(new HttpsConfigurator(server(named("webhook.example.com"))));
        program.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
            exchange.close();
        });
        program.start();
    }

    @AfterEach
    void stop() {
        program.stop(0);
    }

    @Test
    void webhookOfAPrivateAuthorityShouldBeBelievedWhenItsCertificateIsNamed() throws Exception {
        HttpAnswer answer = post("webhook.example.com", WebhookTrust.with(file(pem(authority) + pem(other()))));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void webhookOfAStrangerShouldNotBeBelieved() throws Exception {
        assertNotBelieved("webhook.example.com", WebhookTrust.ofTheJvm());
        assertNotBelieved("webhook.example.com", WebhookTrust.with(file(pem(other()))));
    }

    /** An authority that is trusted for one name vouches for that one alone. */
    @Test
    void certificateForAnotherNameShouldNotBeBelieved() throws Exception {
        assertNotBelieved("elsewhere.example.com", WebhookTrust.with(file(pem(authority))));
    }

    @Test
    void authoritiesOfTheJvmShouldStayTrusted() throws Exception {
        TrustManagerFactory usual = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        usual.init((KeyStore) null);
        X509TrustManager jvm = (X509TrustManager) usual.getTrustManagers()[0];
        assertThat(WebhookTrust.issuers(file(pem(authority))))
                .contains(authority.certificate().x509())
                .containsAll(Arrays.asList(jvm.getAcceptedIssuers()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void fileWithoutCertificatesShouldBeRefusedInOneLine(String content) throws Exception {
        Path file = file(content);
        assertThatThrownBy(() -> WebhookTrust.with(file))
                .isInstanceOf(UnusableAuthorities.class)
                .hasMessageStartingWith(file + " cannot be used: ")
                .hasMessageContaining("certificate")
                .hasMessageNotContaining("\n");
    }

    @Test
    void fileThatIsNotThereShouldBeRefused() {
        assertThatThrownBy(() -> WebhookTrust.with(folder.resolve("missing.pem")))
                .isInstanceOf(UnusableAuthorities.class)
                .hasMessageContaining("cannot be read");
    }

    private void assertNotBelieved(String host, SSLSocketFactory trust) {
        assertThatThrownBy(() -> post(host, trust))
                .isInstanceOf(WebhookProblem.class)
                .hasMessageContaining("TLS is not to be trusted");
    }

    private HttpAnswer post(String host, SSLSocketFactory trust) {
        CustomAllocation webhook = new CustomAllocation(
                CustomAllocation.address(
                        "https://" + host + ":" + program.getAddress().getPort() + "/"),
                "2021-10-01");
        WebhookSettings settings = new WebhookSettings(false, true, Duration.ofSeconds(20), 1);
        NameLookup loopback = name -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        return new WebhookExchange(settings, loopback, trust, webhook).post("{}".getBytes(UTF_8));
    }

    private static Minted other() {
        return Mint.authority("other authority").valid(BEGIN, END).selfSigned();
    }

    private Minted named(String host) throws IOException {
        byte[] names = new GeneralNames(new GeneralName(GeneralName.dNSName, host)).getEncoded();
        return Mint.named("CN=" + host)
                .valid(BEGIN, END)
                .usage(KeyUsage.digitalSignature)
                .purpose(KeyPurposeId.id_kp_serverAuth)
                .extension(new Extension(Extension.subjectAlternativeName, false, names))
                .signedBy(authority);
    }

    private static SSLContext server(Minted own) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", own.keys().getPrivate(), PASSWORD, new Certificate[] {
            own.certificate().x509()
        });
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("authorities.pem"), content);
    }

    private static String pem(Minted minted) throws GeneralSecurityException {
        String body = Base64.getMimeEncoder()
                .encodeToString(minted.certificate().x509().getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }
}
