package io.fairlead.domain.tpm;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;

/**
 * {@code TPMT_PUBLIC} of an RSA storage key (part 2, 12.2.4), its parameters being {@code TPMS_RSA_PARMS} (12.2.3.5).
 *
 * @param authPolicy the digest of the policy to be met before it is used, or empty
 * @param exponent as marshalled: 0 stands for 65537
 * @param modulus {@code TPM2B_PUBLIC_KEY_RSA} (11.2.4.5), without its size
 */
public record RsaPublicArea(
        HashAlgorithm nameAlgorithm,
        ObjectAttributes attributes,
        Octets authPolicy,
        SymmetricDefinition symmetric,
        int keyBits,
        long exponent,
        Octets modulus)
        implements PublicArea {
    private static final int RSA = 0x0001;
    private static final int ECC = 0x0023;
    private static final int NO_SCHEME = 0x0010;
    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 4096;
    private static final int KEY_SIZE_STEP = 1024;
    private static final long USUAL_EXPONENT = 65537;
    private static final int MOST_BYTES = 1024;

    public RsaPublicArea {
        if (keyBits < LEAST_BITS || keyBits > MOST_BITS || keyBits % KEY_SIZE_STEP != 0) {
            throw new IllegalArgumentException(
                    "is an RSA key of " + keyBits + " bits, which must be 2048, 3072 or 4096");
        }
        if (exponent != 0 && exponent != USUAL_EXPONENT) {
            throw new IllegalArgumentException("has the RSA exponent " + exponent + ", which must be 65537");
        }
        BigInteger number = new BigInteger(1, modulus.bytes());
        if (modulus.size() * Byte.SIZE != keyBits || number.bitLength() != keyBits || !number.testBit(0)) {
            throw new IllegalArgumentException("has a modulus that no RSA key of " + keyBits + " bits can have");
        }
        if (authPolicy.size() != 0 && authPolicy.size() != nameAlgorithm.bytes()) {
            throw new IllegalArgumentException("has an authPolicy of " + authPolicy.size() + " bytes, which must be "
                    + nameAlgorithm.bytes() + " or none");
        }
    }

    /**
     * Reads a {@code TPM2B_PUBLIC} (part 2, 12.2.5).
     *
     * @throws IllegalArgumentException when it is none of an RSA storage key, saying where it goes wrong
     */
    static RsaPublicArea readSized(byte[] sized) {
        Unmarshal from = new Unmarshal(sized, MOST_BYTES);
        from.sizeOfRest("TPM2B_PUBLIC");
        demandRsa(from.uint16("type"));
        HashAlgorithm nameAlgorithm = HashAlgorithm.read(from, "nameAlg");
        ObjectAttributes attributes = new ObjectAttributes(from.uint32("objectAttributes"));
        Octets authPolicy = Octets.of(from.sized("authPolicy", HashAlgorithm.SHA512.bytes()));
        SymmetricDefinition symmetric = SymmetricDefinition.read(from);
        demandNoScheme(from.uint16("scheme"));
        int keyBits = from.uint16("keyBits");
        long exponent = from.uint32("exponent");
        Octets modulus = Octets.of(from.sized("modulus", MOST_BITS / Byte.SIZE));
        from.end();
        return new RsaPublicArea(nameAlgorithm, attributes, authPolicy, symmetric, keyBits, exponent, modulus);
    }

    @Override
    public byte[] marshalled() {
        return Marshal.join(
                Marshal.uint16(RSA),
                nameAlgorithm.marshalled(),
                Marshal.uint32(attributes.bits()),
                Marshal.sized(authPolicy),
                symmetric.marshalled(),
                Marshal.uint16(NO_SCHEME),
                Marshal.uint16(keyBits),
                Marshal.uint32(exponent),
                Marshal.sized(modulus));
    }

    /** The key as the Java platform knows it. */
    PublicKey publicKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(
                        new RSAPublicKeySpec(new BigInteger(1, modulus.bytes()), BigInteger.valueOf(USUAL_EXPONENT)));
    }

    private static void demandRsa(int type) {
        if (type == ECC) {
            throw new IllegalArgumentException(
                    "is an elliptic-curve key: the TPM's RSA key is needed, as device SDKs send");
        }
        if (type != RSA) {
            throw new IllegalArgumentException("has type 0x%04x, which must be RSA (0x0001)".formatted(type));
        }
    }

    /** A storage key has none: what it decrypts has a form of its own. */
    private static void demandNoScheme(int scheme) {
        if (scheme != NO_SCHEME) {
            throw new IllegalArgumentException(
                    "has the scheme 0x%04x, and a storage key has none (0x0010)".formatted(scheme));
        }
    }
}
