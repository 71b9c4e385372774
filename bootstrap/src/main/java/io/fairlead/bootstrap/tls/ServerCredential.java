package io.fairlead.bootstrap.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key and the certificate for it.
 *
 * @param chain the server's own certificate first, then the one that issued it, and so on as far as clients need it
 */
public record ServerCredential(PrivateKey key, List<X509Certificate> chain) {
    public ServerCredential {
        chain = List.copyOf(chain);
    }

    /** The server's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ServerCredential[" + certificate().getSubjectX500Principal() + "]";
    }
}
