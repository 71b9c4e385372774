package io.fairlead.domain.certificate;

import java.time.Instant;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;

/**
 * What is told of a certificate (DPS {@code X509CertificateInfo}); every part is always there, since clients refuse an
 * incomplete one.
 *
 * @param sha1Thumbprint 40 hexadecimal digits, upper case
 * @param sha256Thumbprint 64 hexadecimal digits, upper case
 * @param serialNumber hexadecimal, upper case
 */
public record CertificateInfo(
        String subjectName,
        String sha1Thumbprint,
        String sha256Thumbprint,
        String issuerName,
        Instant notBefore,
        Instant notAfter,
        String serialNumber,
        int version) {

    public static CertificateInfo of(Certificate certificate) {
        return new CertificateInfo(
                name(certificate.x509().getSubjectX500Principal()),
                Thumbprint.digest("SHA-1", certificate.der()),
                certificate.thumbprint().value(),
                name(certificate.x509().getIssuerX500Principal()),
                certificate.notBefore(),
                certificate.notAfter(),
                certificate.x509().getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
                certificate.x509().getVersion());
    }

    private static String name(X500Principal principal) {
        return principal.getName(X500Principal.RFC1779);
    }
}
