package io.fairlead.domain.certificate;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether keys and signatures are strong enough to be believed (NIST SP 800-131A: 112 bits of security and more). There
 * is an upper bound too: what a stranger's key costs to check grows with its length.
 */
public final class Strength {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;
    private static final int MIN_EC_BITS = 224;
    private static final String PSS = "RSASSA-PSS";

    /** RSASSA-PSS-params in DER, in hex: the hash algorithm comes first, SHA-256, SHA-384 or SHA-512. */
    private static final Pattern PSS_OVER_SHA_2 = Pattern.compile("30..a0..30..060960864801650304020[1-3].*");

    /** As the JDK names them. */
    private static final Pattern STRONG_SIGNATURE =
            Pattern.compile("(SHA(256|384|512)|SHA3-(256|384|512))WITH(RSA|ECDSA)|ED25519|ED448|EDDSA");

    private Strength() {}

    /** Whether the certificate's own key is an RSA, elliptic curve or Edwards curve key of a good size. */
    public static boolean hasStrongKey(Certificate certificate) {
        PublicKey key = certificate.x509().getPublicKey();
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS;
        }
        if (key instanceof ECPublicKey ec) {
            return ec.getParams().getOrder().bitLength() >= MIN_EC_BITS;
        }
        return key instanceof EdECPublicKey;
    }

    /** Whether the signature on the certificate is over a digest that nobody can forge: no MD5, no SHA-1. */
    public static boolean hasStrongSignature(Certificate certificate) {
        X509Certificate x509 = certificate.x509();
        String algorithm = x509.getSigAlgName().toUpperCase(Locale.ROOT);
        return algorithm.equals(PSS)
                ? hasStrongDigest(x509.getSigAlgParams())
                : STRONG_SIGNATURE.matcher(algorithm).matches();
    }

    /** Without parameters PSS means SHA-1 (RFC 4055, section 3.1). */
    private static boolean hasStrongDigest(byte[] parameters) {
        return parameters != null
                && PSS_OVER_SHA_2.matcher(HexFormat.of().formatHex(parameters)).matches();
    }
}
