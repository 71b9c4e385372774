package io.fairlead.adapters.rest.device;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which address a request comes from: that of the connection, unless a proxy that an operator named stands there; then
 * the one that it wrote into {@code X-Forwarded-For}, read from its end, because what stands before could be anybody's
 * invention.
 *
 * @param addresses of the proxies, as the JDK writes addresses; usually none
 * @param showCertificates whether they end TLS and say which certificate a client showed (RFC 9440)
 */
public record TrustedProxies(Set<String> addresses, boolean showCertificates) {
    /** The request attribute that holds the other end of the connection. */
    public static final String CONNECTION = "io.fairlead.connection";

    /** What a proxy writes the address into that it was asked from. */
    public static final String FORWARDED = "X-Forwarded-For";

    public TrustedProxies {
        addresses = Set.copyOf(addresses);
    }

    /**
     * Which certificates a client showed: those of the handshake, unless a proxy that ends TLS stands there. Then they are
     * those that it tells of, and a certificate of the handshake is its own and stands for no device.
     *
     * @param connection the other end of the connection, null when it is not known
     * @param handshake null when nothing was shown
     * @param leaf the field {@code Client-Cert}, null when there is none
     * @param chain the field {@code Client-Cert-Chain}, null when there is none
     * @return the client's own first; null or empty when it showed none
     * @throws io.fairlead.application.problem.ProvisioningException unauthenticated, when the fields cannot be read
     */
    public X509Certificate[] shown(Object connection, X509Certificate[] handshake, String leaf, String chain) {
        boolean isProxy = showCertificates && connection instanceof String address && addresses.contains(address);
        if (!isProxy) return handshake;
        // Not null: for an attribute that is null the container looks at its own handshake again.
        return leaf == null
                ? new X509Certificate[0]
                : ClientCertHeader.read(leaf, chain).toArray(X509Certificate[]::new);
    }

    /**
     * The address that a request comes from.
     *
     * @param connection the other end of the connection, null when it is not known
     * @param forwarded the header, null when there is none
     */
    public Optional<String> origin(String connection, String forwarded) {
        if (connection == null || forwarded == null || !addresses.contains(connection)) {
            return Optional.ofNullable(connection);
        }
        List<String> hops = Arrays.asList(forwarded.split(","));
        Collections.reverse(hops);
        return hops.stream()
                .map(String::strip)
                .filter(hop -> !addresses.contains(hop))
                .findFirst();
    }
}
