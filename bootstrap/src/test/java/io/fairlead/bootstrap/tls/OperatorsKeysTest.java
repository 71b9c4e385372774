package io.fairlead.bootstrap.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's own certificate and key, from their files to a handshake. */
class OperatorsKeysTest {
    private static final String ALIAS = "listener";
    private static final char[] PASSWORD = "secret".toCharArray();
    private static final Minted FIRST = Mint.named("CN=first").selfSigned();
    private static final Minted SECOND = Mint.named("CN=second").rsa(2048).selfSigned();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-03T10:00:00Z"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void handshakeShouldShowTheNewestCertificateAndLeaveOpenConnectionsAlone(String protocol) throws Exception {
        write(FIRST);
        AtomicReference<ServerCredential> newest = new AtomicReference<>(files().read());
        try (SSLServerSocket door = door(new OperatorsKeys(newest::get, ALIAS))) {
            Connection before = connect(door, protocol);
            assertThat(before.shown()).isEqualTo(FIRST.certificate().x509());

            write(SECOND);
            newest.set(files().read());
            Connection after = connect(door, protocol);

            assertThat(after.shown()).isEqualTo(SECOND.certificate().x509());
            assertThat(before.echo(7)).isEqualTo(7);
            before.close();
            after.close();
        }
    }

    @Test
    void filesShouldBeFollowed() throws Exception {
        write(FIRST);
        var newest = files().follow(now::get);
        write(SECOND);
        now.updateAndGet(before -> before.plusSeconds(3));
        assertThat(newest.get().certificate()).isEqualTo(SECOND.certificate().x509());
    }

    @Test
    void keyStoreOfSomebodyElseShouldBeReadAsThePlatformDoes() throws Exception {
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance("Fairlead-OperatorsKeys", new OperatorsKeys(() -> null, "another"));
        factory.init(store(FIRST), PASSWORD);
        assertThat(((X509KeyManager) factory.getKeyManagers()[0]).getCertificateChain(ALIAS))
                .containsExactly(FIRST.certificate().x509());
    }

    @Test
    void chainShouldBeShownWhole() throws Exception {
        Minted root = Mint.authority("root").selfSigned();
        Minted server = Mint.named("CN=server").signedBy(root);
        Files.writeString(
                certificate(),
                pem(server.certificate().x509()) + pem(root.certificate().x509()));
        Files.writeString(key(), pem(pkcs8(server.keys())));
        assertThat(files().read().chain())
                .containsExactly(server.certificate().x509(), root.certificate().x509());
    }

    @Test
    void keyInTheFormsOfOpenSslShouldBeRead() throws Exception {
        Files.writeString(certificate(), pem(FIRST.certificate().x509()));
        ECPrivateKey key = (ECPrivateKey) FIRST.keys().getPrivate();
        byte[] sec1 = new org.bouncycastle.asn1.sec.ECPrivateKey(256, key.getS(), SECObjectIdentifiers.secp256r1)
                .getEncoded();
        Files.writeString(
                key(),
                pem(new PemObject("EC PARAMETERS", SECObjectIdentifiers.secp256r1.getEncoded()))
                        + pem(new PemObject("EC PRIVATE KEY", sec1)));
        assertThat(((ECPrivateKey) files().read().key()).getS()).isEqualTo(key.getS());

        write(SECOND);
        Files.writeString(key(), pem(SECOND.keys().getPrivate()));
        assertThat(Files.readString(key())).startsWith("-----BEGIN RSA PRIVATE KEY");
        assertThat(files().read().key().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void filesThatCannotBeUsedShouldSayWhy() throws Exception {
        assertProblem("does not exist: see FAIRLEAD_TLS_CERTIFICATE");
        write(FIRST);
        Files.writeString(key(), pem(SECOND.keys().getPrivate()));
        assertProblem("cannot be used");
        Files.writeString(key(), pem(pkcs8(Mint.keys("EC", 256))));
        assertProblem("is not the key of the first certificate");
        Files.writeString(key(), "garbage");
        assertProblem("holds no private key in PEM");
        Files.writeString(
                key(),
                pem(new JcaPKCS8Generator(
                        FIRST.keys().getPrivate(),
                        new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                                .setProvider(new BouncyCastleProvider())
                                .setPassword(PASSWORD)
                                .build())));
        assertProblem("is encrypted");
        write(FIRST);
        Files.writeString(certificate(), "garbage");
        assertProblem("holds no certificate in PEM");
    }

    private void assertProblem(String message) {
        assertThatThrownBy(() -> files().follow(now::get))
                .isInstanceOf(TlsProblem.class)
                .hasMessageContaining(message)
                .hasMessageContaining(folder.toString());
    }

    private CredentialFiles files() {
        return new CredentialFiles(certificate(), key());
    }

    private Path certificate() {
        return folder.resolve("cert.pem");
    }

    private Path key() {
        return folder.resolve("key.pem");
    }

    private void write(Minted minted) throws IOException {
        Files.writeString(certificate(), pem(minted.certificate().x509()));
        Files.writeString(key(), pem(pkcs8(minted.keys())));
    }

    private static Object pkcs8(KeyPair keys) throws IOException {
        return new JcaPKCS8Generator(keys.getPrivate(), null);
    }

    private static String pem(Object part) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(part);
        }
        return text.toString();
    }

    private static KeyStore store(Minted held) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, held.keys().getPrivate(), PASSWORD, new X509Certificate[] {
            held.certificate().x509()
        });
        return store;
    }

    private static SSLServerSocket door(OperatorsKeys keys) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance("Fairlead-OperatorsKeys", keys);
        factory.init(store(FIRST), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    /** By address, so no name is sent. */
    private static Connection connect(SSLServerSocket door, String protocol) throws Exception {
        ExecutorService server = Executors.newSingleThreadExecutor();
        Future<SSLSocket> accepted = server.submit(() -> {
            SSLSocket socket = (SSLSocket) door.accept();
            socket.startHandshake();
            return socket;
        });
        SSLContext anybody = SSLContext.getInstance("TLS");
        anybody.init(null, new TrustManager[] {new AnyServer()}, null);
        SSLSocket client = (SSLSocket)
                anybody.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), door.getLocalPort());
        client.setEnabledProtocols(new String[] {protocol});
        client.startHandshake();
        Connection connection = new Connection(client, accepted.get());
        server.shutdown();
        return connection;
    }

    private record Connection(SSLSocket client, SSLSocket server) {
        X509Certificate shown() throws IOException {
            return (X509Certificate) client.getSession().getPeerCertificates()[0];
        }

        int echo(int value) throws IOException {
            client.getOutputStream().write(value);
            return server.getInputStream().read();
        }

        void close() throws IOException {
            client.close();
            server.close();
        }
    }
}
