package io.fairlead.bootstrap.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/** Makes keys on P-256 and signs certificates for them, with the JDK's own algorithms. */
final class CertificateIssuer {

    static final Duration AUTHORITY_LIFE = Duration.ofDays(30 * 365);

    /** No longer than the strictest clients accept from a private authority. */
    static final Duration SERVER_LIFE = Duration.ofDays(825);

    /** A device's clock may be behind ours: every certificate is valid since yesterday. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private static final int LONGEST_COMMON_NAME = 64;

    private final Clock clock;
    private final SecureRandom random;

    CertificateIssuer(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    Instant now() {
        return clock.instant();
    }

    /** A new authority; its name is never that of another one, or a client that knows both might try the wrong one. */
    Credential newAuthority() throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPair keys = newKeys();
        X500Name name = commonName("Fairlead CA " + HexFormat.of().toHexDigits(random.nextInt()));
        X509v3CertificateBuilder certificate = certificate(name, name, AUTHORITY_LIFE, keys.getPublic());
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return new Credential(keys.getPrivate(), sign(certificate, keys.getPrivate()));
    }

    /** @param hosts names and addresses that the server is reached under; the first one becomes the subject */
    Credential newServer(Credential authority, List<String> hosts)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPair keys = newKeys();
        X509Certificate issuer = authority.certificate();
        X509v3CertificateBuilder certificate = certificate(
                new X500Name(issuer.getSubjectX500Principal().getName()),
                subject(hosts),
                SERVER_LIFE,
                keys.getPublic());
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        certificate.addExtension(
                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        certificate.addExtension(Extension.subjectAlternativeName, false, alternativeNames(hosts));
        certificate.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer));
        return new Credential(keys.getPrivate(), sign(certificate, authority.key()));
    }

    private KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private X509v3CertificateBuilder certificate(X500Name issuer, X500Name subject, Duration life, PublicKey key)
            throws GeneralSecurityException, IOException {
        Instant now = clock.instant();
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, random).setBit(126),
                Date.from(now.minus(CLOCK_SKEW)),
                Date.from(now.plus(life)),
                subject,
                key);
        certificate.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return certificate;
    }

    private static X509Certificate sign(X509v3CertificateBuilder certificate, PrivateKey signer)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    }

    private static X500Name subject(List<String> hosts) {
        String first = hosts.get(0);
        return commonName(first.length() > LONGEST_COMMON_NAME ? "Fairlead" : first);
    }

    private static X500Name commonName(String name) {
        return new X500NameBuilder().addRDN(BCStyle.CN, name).build();
    }

    private static GeneralNames alternativeNames(List<String> hosts) {
        return new GeneralNames(
                hosts.stream().map(CertificateIssuer::generalName).toArray(GeneralName[]::new));
    }

    private static GeneralName generalName(String host) {
        return new GeneralName(IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }
}
