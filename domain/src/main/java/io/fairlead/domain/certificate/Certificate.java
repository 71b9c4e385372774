package io.fairlead.domain.certificate;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** An X.509 certificate that could be read; nothing else is known of it. Two are equal when their DER is. */
public final class Certificate {
    /** Far more than a device's certificate takes; a bound for what strangers send. */
    public static final int MAX_BYTES = 16 * 1024;

    /** The place of {@code keyCertSign} in the key usage (RFC 5280, section 4.2.1.3). */
    private static final int KEY_CERT_SIGN = 5;

    private static final int DIGITAL_SIGNATURE = 0;
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_EXTENDED_USAGE = "2.5.29.37.0";

    private final X509Certificate x509;
    private final Thumbprint thumbprint;

    private Certificate(X509Certificate x509, byte[] der) {
        this.x509 = x509;
        this.thumbprint = Thumbprint.of(der);
    }

    /**
     * Reads one certificate.
     *
     * @throws IllegalArgumentException when this is not the DER of exactly one, or it is too large
     */
    public static Certificate of(byte[] der) {
        demandBound(der);
        try {
            X509Certificate read = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            if (!Arrays.equals(read.getEncoded(), der)) {
                throw new IllegalArgumentException("there is more than one certificate, or it is not DER");
            }
            return new Certificate(read, der);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("this is not an X.509 certificate", e);
        }
    }

    /**
     * A certificate that the TLS layer has read already.
     *
     * @throws IllegalArgumentException when it cannot be written again, or is too large
     */
    public static Certificate of(X509Certificate read) {
        byte[] der = encoded(read);
        demandBound(der);
        return new Certificate(read, der);
    }

    private static void demandBound(byte[] der) {
        if (der.length > MAX_BYTES) {
            throw new IllegalArgumentException("a certificate may have " + MAX_BYTES + " bytes");
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("this is not an X.509 certificate", e);
        }
    }

    /** As the JDK knows it, for checks of a chain. */
    public X509Certificate x509() {
        return x509;
    }

    public byte[] der() {
        return encoded(x509);
    }

    /** The DER in base64, without line breaks. */
    public String base64() {
        return Base64.getEncoder().encodeToString(der());
    }

    public Thumbprint thumbprint() {
        return thumbprint;
    }

    /** The common name of the subject; empty when there is none, or more than one. */
    public Optional<String> commonName() {
        return CommonName.of(x509.getSubjectX500Principal());
    }

    public Instant notBefore() {
        return x509.getNotBefore().toInstant();
    }

    /** The last instant at which it is valid, to the second. */
    public Instant notAfter() {
        return x509.getNotAfter().toInstant();
    }

    /** From its first second to its last, both included. */
    public boolean isValidAt(Instant instant) {
        return !instant.isBefore(notBefore()) && !instant.isAfter(notAfter());
    }

    /** Whether it names this one as its issuer; the signature is another matter. */
    public boolean namesAsIssuer(Certificate issuer) {
        return x509.getIssuerX500Principal().equals(issuer.x509.getSubjectX500Principal());
    }

    public boolean hasSubjectOf(Certificate other) {
        return x509.getSubjectX500Principal().equals(other.x509.getSubjectX500Principal());
    }

    /** Whether the issuer's key made the signature. */
    public boolean isSignedBy(Certificate issuer) {
        try {
            x509.verify(issuer.x509.getPublicKey());
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    public boolean isSelfSigned() {
        return namesAsIssuer(this) && isSignedBy(this);
    }

    /** Whether it says that it belongs to a certificate authority. */
    public boolean isAuthority() {
        return x509.getBasicConstraints() >= 0;
    }

    /** Whether its key may sign certificates; one that says nothing of usage may. */
    public boolean maySignCertificates() {
        return hasUsage(KEY_CERT_SIGN);
    }

    /** Whether it may be shown by a TLS client; one that says nothing of usage may. */
    public boolean mayAuthenticateClients() {
        return hasUsage(DIGITAL_SIGNATURE)
                && extendedUsages()
                        .map(usages -> usages.contains(CLIENT_AUTHENTICATION) || usages.contains(ANY_EXTENDED_USAGE))
                        .orElse(true);
    }

    private boolean hasUsage(int place) {
        boolean[] usage = x509.getKeyUsage();
        return usage == null || usage.length > place && usage[place];
    }

    /** What cannot be read permits nothing. */
    private Optional<List<String>> extendedUsages() {
        try {
            return Optional.ofNullable(x509.getExtendedKeyUsage());
        } catch (CertificateException e) {
            return Optional.of(List.of());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Certificate certificate && thumbprint.equals(certificate.thumbprint);
    }

    @Override
    public int hashCode() {
        return thumbprint.hashCode();
    }

    @Override
    public String toString() {
        return "Certificate[" + thumbprint + "]";
    }
}
