package io.fairlead.domain.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * The certificate revocation lists that an operator keeps (RFC 5280, section 5). They only ever take away: a certificate
 * on none of them passes, also when the list of its issuer is missing or out of date.
 */
public final class RevocationLists {
    public static final RevocationLists NONE = new RevocationLists(List.of());

    private final Map<X500Principal, List<X509CRL>> byIssuer;

    public RevocationLists(List<X509CRL> lists) {
        this.byIssuer = lists.stream().collect(Collectors.groupingBy(X509CRL::getIssuerX500Principal));
    }

    /** Whether a list that the issuer itself signed names the certificate. */
    public boolean revoke(Certificate certificate, Certificate issuer) {
        return byIssuer.getOrDefault(issuer.x509().getSubjectX500Principal(), List.of()).stream()
                .anyMatch(list -> list.isRevoked(certificate.x509()) && isSigned(list, issuer));
    }

    private static boolean isSigned(X509CRL list, Certificate issuer) {
        try {
            list.verify(issuer.x509().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
