package io.fairlead.endtoend.sdk;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * What a user of the SDKs sets for the JVM, here for as long as this is open: the trust store, which they take from nowhere else, and a proxy for port 443, which
 * the service client cannot be told to leave.
 */
final class SdkNetwork implements AutoCloseable {

    private static final String PASSWORD = "changeit";
    private static final int FIXED_PORT = 443;

    private final Properties propertiesBefore =
            (Properties) System.getProperties().clone();
    private final SSLSocketFactory factoryBefore = HttpsURLConnection.getDefaultSSLSocketFactory();
    private final ProxySelector selectorBefore = ProxySelector.getDefault();
    private final ConnectTunnel tunnel;
    private final Path trustStore;

    SdkNetwork(RunningServer server) {
        trustStore = trustStore(server.caCertificate());
        tunnel = ConnectTunnel.to(server.api("/").getPort());
        System.setProperty("javax.net.ssl.trustStore", trustStore.toString());
        System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
        // The JVM may have read these properties before; a JVM started with them would not need this.
        HttpsURLConnection.setDefaultSSLSocketFactory(
                Trust.in(server.caCertificate()).getSocketFactory());
        ProxySelector.setDefault(new OnlyTheFixedPort(tunnel));
    }

    private static Path trustStore(Path authority) {
        try (InputStream pem = Files.newInputStream(authority)) {
            Path file = Files.createTempFile("fairlead-trust-", ".p12");
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ProxySelector.setDefault(selectorBefore);
        HttpsURLConnection.setDefaultSSLSocketFactory(factoryBefore);
        System.setProperties(propertiesBefore);
        tunnel.close();
        try {
            Files.delete(trustStore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class OnlyTheFixedPort extends ProxySelector {

        private final Proxy proxy;

        OnlyTheFixedPort(ConnectTunnel tunnel) {
            proxy = new Proxy(Proxy.Type.HTTP, tunnel.address());
        }

        @Override
        public List<Proxy> select(URI uri) {
            boolean fixed = uri.getScheme().equals("https") && (uri.getPort() == -1 || uri.getPort() == FIXED_PORT);
            return List.of(fixed ? proxy : Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException reason) {
            throw new UncheckedIOException(reason);
        }
    }
}
