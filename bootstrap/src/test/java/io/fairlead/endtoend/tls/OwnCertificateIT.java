package io.fairlead.endtoend.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.domain.fixture.RevocationMint;
import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.ServerOptions;
import io.fairlead.endtoend.operator.OperatorClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate of its operator's own, behind a proxy that tells of client certificates, with a list of revoked ones. */
class OwnCertificateIT {
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));
    private static final Minted FIRST = server().selfSigned();
    private static final Minted SECOND = server().rsa(2048).selfSigned();
    private static final Minted MAKER =
            Mint.authority("maker").valid(YESTERDAY, TOMORROW).selfSigned();
    private static final Minted REVOKED = device("revoked").signedBy(MAKER);
    private static final Minted GOOD = device("good").signedBy(MAKER);

    @TempDir
    static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        write(FIRST);
        Files.write(
                folder.resolve("maker.crl"),
                RevocationMint.list(MAKER, MAKER, REVOKED.certificate()).getEncoded());
        server = RunningServer.start(ServerOptions.in(folder.resolve("data"))
                .with("FAIRLEAD_TLS_CERTIFICATE", folder.resolve("cert.pem").toString())
                .with("FAIRLEAD_TLS_KEY", folder.resolve("key.pem").toString())
                .with(
                        "FAIRLEAD_TLS_REVOCATION_LISTS",
                        folder.resolve("maker.crl").toString())
                .with("FAIRLEAD_PROXIES", "127.0.0.1")
                .with("FAIRLEAD_PROXIES_CLIENT_CERT", "true"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void changedFilesShouldBeShownToNewConnectionsAndLeaveOpenOnesAlone() throws Exception {
        try (ShownTls before = ShownTls.to(server)) {
            assertThat(before.certificate()).isEqualTo(FIRST.certificate().x509());
            assertThat(server.caCertificate()).isEqualTo(folder.resolve("cert.pem"));

            write(SECOND);
            assertThat(shownWithin(Duration.ofSeconds(20)))
                    .isEqualTo(SECOND.certificate().x509());

            assertThat(before.get("/nothing")).startsWith("HTTP/1.1 404");
        }
        Files.writeString(folder.resolve("key.pem"), "garbage");
        assertThat(ShownTls.shownBy(server)).isEqualTo(SECOND.certificate().x509());
    }

    @Test
    void onlyFreshKeysAndAesGcmShouldBeSpoken() throws Exception {
        for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
            try (ShownTls connection = ShownTls.to(server, protocol)) {
                assertThat(connection.cipher()).matches("TLS_(ECDHE_(ECDSA|RSA)_WITH_)?AES_(128|256)_GCM_SHA(256|384)");
            }
        }
        assertThatThrownBy(() -> ShownTls.to(server, "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void proxyShouldTellOfClientCertificatesAndTheRevokedOneBeRefused() throws Exception {
        OperatorClient operator = OperatorClient.owner(server);
        operator.put(
                "/operator/v1/certificates/maker",
                "{\"certificate\":\"" + MAKER.certificate().base64() + "\",\"isVerified\":true}");
        String group = "{\"enrollmentGroupId\":\"fleet\",\"attestation\":{\"type\":\"x509\",\"x509\":"
                + "{\"caReferences\":{\"primary\":\"maker\"}}}}";
        assertThat(operator.put("/enrollmentGroups/fleet?api-version=2021-10-01", group)
                        .statusCode())
                .isEqualTo(200);

        assertThat(register("good", GOOD)).startsWith("HTTP/1.1 202");
        assertThat(register("revoked", REVOKED)).startsWith("HTTP/1.1 401").contains("401002", "revoked by its issuer");
        try (ShownTls connection = ShownTls.to(server)) {
            assertThat(connection.send("PUT", path("good"), "")).startsWith("HTTP/1.1 404");
        }
        try (ShownTls connection = ShownTls.to(server)) {
            assertThat(connection.send("PUT", path("good"), "Client-Cert: garbage\r\n"))
                    .startsWith("HTTP/1.1 401")
                    .contains("RFC 9440");
        }
    }

    private static String register(String id, Minted shown) throws Exception {
        try (ShownTls connection = ShownTls.to(server)) {
            return connection.send(
                    "PUT",
                    path(id),
                    "Client-Cert: " + field(shown) + "\r\nClient-Cert-Chain: " + field(MAKER) + "\r\n");
        }
    }

    private static String path(String id) {
        return "/" + server.idScope() + "/registrations/" + id + "/register?api-version=2019-03-31";
    }

    private static String field(Minted minted) {
        return ":" + minted.certificate().base64() + ":";
    }

    /** The newest certificate that is shown, not waiting for another for longer than this. */
    private static X509Certificate shownWithin(Duration time) throws Exception {
        X509Certificate before = FIRST.certificate().x509();
        Instant end = Instant.now().plus(time);
        X509Certificate shown = ShownTls.shownBy(server);
        while (shown.equals(before) && Instant.now().isBefore(end)) {
            shown = ShownTls.shownBy(server);
        }
        return shown;
    }

    private static Mint server() {
        try {
            GeneralNames names = new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost"));
            return Mint.named("CN=localhost")
                    .valid(YESTERDAY, TOMORROW)
                    .extension(new Extension(Extension.subjectAlternativeName, false, names.getEncoded()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mint device(String id) {
        return Mint.device(id).valid(YESTERDAY, TOMORROW);
    }

    private static void write(Minted minted) throws IOException {
        Files.writeString(
                folder.resolve("cert.pem"),
                pem("CERTIFICATE", minted.certificate().der()));
        Files.writeString(
                folder.resolve("key.pem"),
                pem("PRIVATE KEY", minted.keys().getPrivate().getEncoded()));
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + type
                + "-----\n";
    }
}
