package io.fairlead.bootstrap.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Shows every handshake the newest credential, whatever name the client asked for and whatever alias a listener goes by.
 * Connections that are open keep what they were opened with. It has nothing to show to servers.
 */
final class ServerKeys extends X509ExtendedKeyManager {
    private final Supplier<ServerCredential> newest;
    private final String alias;

    ServerKeys(Supplier<ServerCredential> newest, String alias) {
        this.newest = newest;
        this.alias = alias;
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return chosen(keyType);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return chosen(keyType);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        String chosen = chosen(keyType);
        return chosen == null ? null : new String[] {chosen};
    }

    /** The JDK asks for one kind of key after the other. */
    private String chosen(String keyType) {
        return keyType.startsWith(newest.get().key().getAlgorithm()) ? alias : null;
    }

    @Override
    public PrivateKey getPrivateKey(String asked) {
        return newest.get().key();
    }

    @Override
    public X509Certificate[] getCertificateChain(String asked) {
        return newest.get().chain().toArray(X509Certificate[]::new);
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return null;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }
}
