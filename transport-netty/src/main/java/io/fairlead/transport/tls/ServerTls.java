package io.fairlead.transport.tls;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;

/**
 * TLS 1.2 and 1.3 with the service's certificate; clients are asked for one of theirs and need not have any. Java's
 * clients speak 1.2 only and send no server name over AMQP, so neither is relied on.
 */
public record ServerTls(SslContext context) {
    /** A fresh key for every connection, and AES-GCM, with a certificate on a curve or of RSA. */
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");

    private static final long SESSIONS = 10_000;
    private static final long SESSION_SECONDS = 3_600;

    /**
     * @param keyStore in PKCS12, with one key
     * @throws IOException when the file cannot be read as such
     */
    public static ServerTls of(Path keyStore, char[] password) throws IOException {
        try (InputStream content = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return new ServerTls(SslContextBuilder.forServer(keys)
                    .sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .ciphers(CIPHERS)
                    .clientAuth(ClientAuth.OPTIONAL)
                    .trustManager(new AnyClient())
                    .sessionCacheSize(SESSIONS)
                    .sessionTimeout(SESSION_SECONDS)
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IOException("the key store cannot be used: " + e.getMessage(), e);
        }
    }
}
