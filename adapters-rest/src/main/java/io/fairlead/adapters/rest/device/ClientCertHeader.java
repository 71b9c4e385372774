package io.fairlead.adapters.rest.device;

import io.fairlead.application.problem.Problem;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields in which a proxy that ends TLS says which certificates a client showed (RFC 9440). */
final class ClientCertHeader {
    /** The client's own. */
    static final String LEAF = "Client-Cert";

    /** Those above it. */
    static final String CHAIN = "Client-Cert-Chain";

    /** A byte sequence of RFC 8941 between its colons; parameters mean nothing here. */
    private static final Pattern ITEM = Pattern.compile("\\s*:([A-Za-z0-9+/]*={0,2}):\\s*(;[^,]*)?");

    private static final int MOST = 16;

    private ClientCertHeader() {}

    /**
     * The certificates, the client's own first.
     *
     * @param chain null when there is none
     * @throws io.fairlead.application.problem.ProvisioningException unauthenticated, when these are not the fields of RFC 9440
     */
    static List<X509Certificate> read(String leaf, String chain) {
        try {
            return parsed(leaf, chain);
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                            Problem.Kind.UNAUTHENTICATED,
                            "what the proxy says of the client certificate cannot be read: it must send Client-Cert and "
                                    + "Client-Cert-Chain as RFC 9440 has them")
                    .asException();
        }
    }

    private static List<X509Certificate> parsed(String leaf, String chain) {
        List<X509Certificate> certificates = new ArrayList<>();
        certificates.add(one(leaf));
        if (chain != null && !chain.isBlank()) {
            for (String item : chain.split(",", MOST + 1)) {
                certificates.add(one(item));
            }
        }
        return certificates;
    }

    private static X509Certificate one(String item) {
        Matcher bytes = ITEM.matcher(item);
        if (!bytes.matches()) throw new IllegalArgumentException("not a byte sequence");
        byte[] der = Base64.getDecoder().decode(bytes.group(1));
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }
}
