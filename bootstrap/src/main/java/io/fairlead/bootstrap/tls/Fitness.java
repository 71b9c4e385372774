package io.fairlead.bootstrap.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes a server certificate good enough to go on with: it is the authority's, for exactly these hosts, and not in its last third. */
record Fitness(X509Certificate authority, Collection<String> hosts, Instant now) {

    private static final Duration RENEWED_BEFORE_END = CertificateIssuer.SERVER_LIFE.dividedBy(3);

    boolean of(X509Certificate server) throws GeneralSecurityException {
        return now.plus(RENEWED_BEFORE_END).isBefore(server.getNotAfter().toInstant())
                && isSignedByAuthority(server)
                && namesOf(server)
                        .equals(hosts.stream().map(Fitness::comparable).collect(Collectors.toSet()));
    }

    private boolean isSignedByAuthority(X509Certificate server) {
        try {
            server.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Set<String> namesOf(X509Certificate server) throws GeneralSecurityException {
        return server.getSubjectAlternativeNames().stream()
                .map(name -> comparable((String) name.get(1)))
                .collect(Collectors.toSet());
    }

    /** An IPv6 address has many spellings; the certificate gives back another one than it was given. */
    private static String comparable(String host) {
        try {
            return host.contains(":") ? InetAddress.getByName(host).getHostAddress() : host;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
