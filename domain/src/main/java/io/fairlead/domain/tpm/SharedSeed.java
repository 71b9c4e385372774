package io.fairlead.domain.tpm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * A seed shared with a TPM: the same for both sides, and encrypted for the one key that may read it (part 1, B.10). What is
 * wrapped with it follows {@link #wrap}.
 */
record SharedSeed(RsaPublicArea reader, Octets seed, EncryptedSecret encrypted) {

    /** What a seed is for; the label keeps one from being used for the other (part 1, B.10.3, B.10.4). */
    enum Use {
        /** To import an object under a new parent. */
        DUPLICATE,
        /** To activate a credential. */
        IDENTITY
    }

    static SharedSeed with(RsaPublicArea reader, Use use, SecureRandom random) {
        byte[] seed = Draw.bytes(reader.nameAlgorithm().bytes(), random);
        return new SharedSeed(
                reader, Octets.of(seed), new EncryptedSecret(Octets.of(encrypt(reader, use, seed, random))));
    }

    /**
     * Encrypts and authenticates for an object: {@code TPM2B_DIGEST} of the HMAC, then the encrypted text. That is the outer
     * wrapper of duplication (part 1, 23.3.2.3) and the protection of credentials (part 1, 24.4 and 24.5) alike.
     */
    byte[] wrap(byte[] text, ObjectName object) {
        HashAlgorithm hash = reader.nameAlgorithm();
        byte[] none = {};
        byte[] name = object.bytes();
        int keyBytes = reader.symmetric().keyBytes();
        byte[] encrypted = Cfb.encrypt(Kdfa.derive(hash, seed.bytes(), "STORAGE", name, none, keyBytes), text);
        byte[] macKey = Kdfa.derive(hash, seed.bytes(), "INTEGRITY", none, none, hash.bytes());
        return Marshal.join(Marshal.sized(hash.hmac(macKey, encrypted, name)), encrypted);
    }

    /** RSAES-OAEP with the reader's own hash; the label ends with a zero byte (part 1, B.4). */
    private static byte[] encrypt(RsaPublicArea reader, Use use, byte[] seed, SecureRandom random) {
        String hash = reader.nameAlgorithm().jcaName();
        byte[] label = (use.name() + "\0").getBytes(StandardCharsets.US_ASCII);
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    reader.publicKey(),
                    new OAEPParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), new PSource.PSpecified(label)),
                    random);
            return cipher.doFinal(seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA with OAEP", e);
        }
    }
}
