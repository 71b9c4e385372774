package io.fairlead.bootstrap.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Credentials and trust in the form that TLS stacks take them. */
final class KeyStores {

    private KeyStores() {}

    /** A store in PKCS12 that holds the credential under the alias and nothing else. */
    static byte[] of(Credential credential, String alias, char[] password)
            throws GeneralSecurityException, IOException {
        KeyStore store = empty(password);
        store.setKeyEntry(alias, credential.key(), password, new Certificate[] {credential.certificate()});
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        store.store(content, password);
        return content.toByteArray();
    }

    /** What a client needs that trusts one authority and nobody else. */
    static SSLContext trusting(X509Certificate authority) throws GeneralSecurityException, IOException {
        KeyStore store = empty(null);
        store.setCertificateEntry("authority", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore empty(char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        return store;
    }
}
