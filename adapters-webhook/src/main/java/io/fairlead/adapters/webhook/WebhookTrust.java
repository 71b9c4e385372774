package io.fairlead.adapters.webhook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Which authorities' certificates webhooks may show: those that the JVM trusts, and those of an operator's file. */
public final class WebhookTrust {
    private static final long LARGEST = 1024 * 1024;

    private WebhookTrust() {}

    /** What the JVM trusts. */
    public static SSLSocketFactory ofTheJvm() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /**
     * What the JVM trusts, and besides these.
     *
     * @param file certificates in PEM, one after the other
     * @throws UnusableAuthorities when there are none in it
     */
    public static SSLSocketFactory with(Path file) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store(issuers(file))), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableAuthorities(file, "its certificates are not taken by this JVM", e);
        }
    }

    /** The certificates of all authorities that are trusted then. */
    static List<Certificate> issuers(Path file) throws GeneralSecurityException {
        List<Certificate> all = new ArrayList<>(read(file));
        Stream.of(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .forEach(manager -> Collections.addAll(all, manager.getAcceptedIssuers()));
        return all;
    }

    private static Collection<? extends Certificate> read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UnusableAuthorities(file, "it is larger than 1 MB", null);
            }
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (found.isEmpty()) {
                throw new UnusableAuthorities(file, "there is no certificate in it", null);
            }
            return found;
        } catch (IOException e) {
            throw new UnusableAuthorities(file, "it cannot be read", e);
        } catch (CertificateException e) {
            throw new UnusableAuthorities(file, "it must hold certificates in PEM and nothing else", e);
        }
    }

    private static KeyStore store(List<Certificate> all) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : all) {
            store.setCertificateEntry("authority-" + store.size(), certificate);
        }
        return store;
    }

    /** @param store null for what the JVM trusts */
    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
