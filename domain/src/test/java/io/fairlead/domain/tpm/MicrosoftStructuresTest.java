package io.fairlead.domain.tpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.Test;
import tss.Crypto;
import tss.TpmBuffer;
import tss.tpm.TPM2B_DATA;
import tss.tpm.TPM2B_ENCRYPTED_SECRET;
import tss.tpm.TPM2B_ID_OBJECT;
import tss.tpm.TPM2B_PRIVATE;
import tss.tpm.TPM2B_PUBLIC;
import tss.tpm.TPM2B_PUBLIC_KEY_RSA;
import tss.tpm.TPM2B_SENSITIVE_DATA;
import tss.tpm.TPMA_OBJECT;
import tss.tpm.TPMS_KEYEDHASH_PARMS;
import tss.tpm.TPMS_NULL_ASYM_SCHEME;
import tss.tpm.TPMS_RSA_PARMS;
import tss.tpm.TPMS_SCHEME_HMAC;
import tss.tpm.TPMT_PUBLIC;
import tss.tpm.TPMT_SENSITIVE;
import tss.tpm.TPMT_SYM_DEF_OBJECT;
import tss.tpm.TPM_ALG_ID;

/** Microsoft's TSS.Java writes the keys that we read, and reads and opens what we write. */
class MicrosoftStructuresTest {
    private static final TPM_ALG_ID SHA256 = TPM_ALG_ID.SHA256;
    private static final KeyPair ENDORSEMENT = rsa();
    private static final KeyPair ROOT = rsa();
    private static final byte[] KEY = "a key of thirty-two bytes, so so".getBytes(StandardCharsets.US_ASCII);

    @Test
    void readShouldTakeWhatTssWrites() {
        TPMT_PUBLIC theirs = endorsement();
        EndorsementKey ours = EndorsementKey.read(new TPM2B_PUBLIC(theirs).toBytes());
        assertThat(ours.bytes()).isEqualTo(new TPM2B_PUBLIC(theirs).toBytes());
        assertThat(ours.area().name().bytes()).isEqualTo(theirs.getName());
    }

    @Test
    void tssShouldOpenWhatWeWrap() {
        TpmKeys keys = new TpmKeys(
                EndorsementKey.read(new TPM2B_PUBLIC(endorsement()).toBytes()),
                StorageRootKey.read(new TPM2B_PUBLIC(root()).toBytes()));
        byte[] blob = ActivationBlob.wrap(keys, Octets.of(KEY), "scope/registrations/it", new SecureRandom())
                .bytes();

        TpmBuffer buffer = new TpmBuffer(blob);
        TPM2B_ID_OBJECT idObject = TPM2B_ID_OBJECT.fromTpm(buffer);
        TPM2B_ENCRYPTED_SECRET secret = TPM2B_ENCRYPTED_SECRET.fromTpm(buffer);
        TPM2B_PRIVATE duplicate = TPM2B_PRIVATE.fromTpm(buffer);
        TPM2B_ENCRYPTED_SECRET duplicateSecret = TPM2B_ENCRYPTED_SECRET.fromTpm(buffer);
        TPMT_PUBLIC area = TPM2B_PUBLIC.fromTpm(buffer).publicArea;
        TPM2B_DATA text = TPM2B_DATA.fromTpm(buffer);
        assertThat(buffer.curPos()).isEqualTo(blob.length);

        byte[] innerKey = activated(idObject, seed(ENDORSEMENT, "IDENTITY", secret), root().getName());
        assertThat(innerKey).hasSize(16);
        byte[] inner = opened(duplicate.buffer, seed(ROOT, "DUPLICATE", duplicateSecret), area.getName());
        TPMT_SENSITIVE sensitive = imported(Crypto.cfbEncrypt(false, TPM_ALG_ID.AES, innerKey, zeros(), inner), area);
        assertThat(((TPM2B_SENSITIVE_DATA) sensitive.sensitive).buffer).isEqualTo(KEY);
        assertThat(Crypto.cfbEncrypt(false, TPM_ALG_ID.AES, innerKey, zeros(), text.buffer))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("scope/registrations/it");
    }

    @Test
    void tssShouldFindTheSchemeWhereClientsLook() {
        byte[] ours = new KeyedHashPublicArea(Octets.of(new byte[32])).sized();
        TPMT_PUBLIC area = TPM2B_PUBLIC.fromTpm(new TpmBuffer(ours)).publicArea;
        TPMS_SCHEME_HMAC scheme = (TPMS_SCHEME_HMAC) ((TPMS_KEYEDHASH_PARMS) area.parameters).scheme;
        assertThat(scheme.hashAlg).isEqualTo(SHA256);
        assertThat(area.objectAttributes.hasAttr(TPMA_OBJECT.sign)).isTrue();
    }

    private static byte[] activated(TPM2B_ID_OBJECT object, byte[] seed, byte[] rootName) {
        byte[] encrypted = object.credential.encIdentity;
        byte[] macKey = Crypto.KDFa(SHA256, seed, "INTEGRITY", new byte[0], new byte[0], 256);
        assertThat(object.credential.integrityHMAC).isEqualTo(Crypto.hmac(SHA256, macKey, join(encrypted, rootName)));
        byte[] key = Crypto.KDFa(SHA256, seed, "STORAGE", rootName, new byte[0], 128);
        byte[] credential = Crypto.cfbEncrypt(false, TPM_ALG_ID.AES, key, zeros(), encrypted);
        return new TpmBuffer(credential).readSizedByteBuf();
    }

    private static byte[] opened(byte[] wrapped, byte[] seed, byte[] name) {
        TpmBuffer buffer = new TpmBuffer(wrapped);
        byte[] integrity = buffer.readSizedByteBuf();
        byte[] encrypted = Arrays.copyOfRange(wrapped, buffer.curPos(), wrapped.length);
        byte[] macKey = Crypto.KDFa(SHA256, seed, "INTEGRITY", new byte[0], new byte[0], 256);
        assertThat(integrity).isEqualTo(Crypto.hmac(SHA256, macKey, join(encrypted, name)));
        byte[] key = Crypto.KDFa(SHA256, seed, "STORAGE", name, new byte[0], 128);
        return Crypto.cfbEncrypt(false, TPM_ALG_ID.AES, key, zeros(), encrypted);
    }

    private static TPMT_SENSITIVE imported(byte[] inner, TPMT_PUBLIC area) {
        TpmBuffer buffer = new TpmBuffer(inner);
        byte[] integrity = buffer.readSizedByteBuf();
        byte[] sensitive = Arrays.copyOfRange(inner, buffer.curPos(), inner.length);
        assertThat(integrity).isEqualTo(Crypto.hash(SHA256, join(sensitive, area.getName())));
        return TPMT_SENSITIVE.fromBytes(Arrays.copyOfRange(sensitive, 2, sensitive.length));
    }

    private static byte[] seed(KeyPair holder, String label, TPM2B_ENCRYPTED_SECRET secret) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            byte[] use = (label + "\0").getBytes(StandardCharsets.US_ASCII);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    holder.getPrivate(),
                    new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, new PSource.PSpecified(use)));
            return cipher.doFinal(secret.secret);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static TPMT_PUBLIC endorsement() {
        return storageKey(ENDORSEMENT, TPMA_OBJECT.adminWithPolicy, new byte[32]);
    }

    private static TPMT_PUBLIC root() {
        return storageKey(ROOT, TPMA_OBJECT.userWithAuth, new byte[0]);
    }

    private static TPMT_PUBLIC storageKey(KeyPair pair, TPMA_OBJECT role, byte[] policy) {
        return new TPMT_PUBLIC(
                SHA256,
                new TPMA_OBJECT(
                        role,
                        TPMA_OBJECT.restricted,
                        TPMA_OBJECT.decrypt,
                        TPMA_OBJECT.fixedTPM,
                        TPMA_OBJECT.fixedParent,
                        TPMA_OBJECT.sensitiveDataOrigin),
                policy,
                new TPMS_RSA_PARMS(
                        new TPMT_SYM_DEF_OBJECT(TPM_ALG_ID.AES, 128, TPM_ALG_ID.CFB),
                        new TPMS_NULL_ASYM_SCHEME(),
                        2048,
                        0),
                new TPM2B_PUBLIC_KEY_RSA(modulus(pair)));
    }

    private static byte[] modulus(KeyPair pair) {
        BigInteger modulus = ((RSAPublicKey) pair.getPublic()).getModulus();
        byte[] bytes = modulus.toByteArray();
        return Arrays.copyOfRange(bytes, bytes.length - 256, bytes.length);
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] zeros() {
        return new byte[16];
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] whole = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, whole, first.length, second.length);
        return whole;
    }
}
