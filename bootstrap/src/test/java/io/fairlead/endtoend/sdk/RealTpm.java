package io.fairlead.endtoend.sdk;

import com.microsoft.azure.sdk.iot.provisioning.security.SecurityProviderTpm;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import tss.Tpm;
import tss.TpmBuffer;
import tss.TpmDevice;
import tss.tpm.CreatePrimaryResponse;
import tss.tpm.CreateResponse;
import tss.tpm.StartAuthSessionResponse;
import tss.tpm.TPM2B_DATA;
import tss.tpm.TPM2B_DIGEST_SYMCIPHER;
import tss.tpm.TPM2B_ENCRYPTED_SECRET;
import tss.tpm.TPM2B_ID_OBJECT;
import tss.tpm.TPM2B_PRIVATE;
import tss.tpm.TPM2B_PUBLIC;
import tss.tpm.TPM2B_PUBLIC_KEY_RSA;
import tss.tpm.TPMA_OBJECT;
import tss.tpm.TPMS_NULL_ASYM_SCHEME;
import tss.tpm.TPMS_PCR_SELECTION;
import tss.tpm.TPMS_RSA_PARMS;
import tss.tpm.TPMS_SENSITIVE_CREATE;
import tss.tpm.TPMS_SYMCIPHER_PARMS;
import tss.tpm.TPMT_PUBLIC;
import tss.tpm.TPMT_SYM_DEF;
import tss.tpm.TPMT_SYM_DEF_OBJECT;
import tss.tpm.TPM_ALG_ID;
import tss.tpm.TPM_HANDLE;
import tss.tpm.TPM_RH;
import tss.tpm.TPM_SE;

/**
 * A TPM behind TSS.Java, as the SDK wants it: the commands of Microsoft's {@code SecurityProviderTPMHsm} (tpm-provider
 * 2.0.1), which itself opens nothing but the device files of Linux and Windows.
 */
final class RealTpm extends SecurityProviderTpm implements AutoCloseable {
    private static final TPM_ALG_ID SHA256 = TPM_ALG_ID.SHA256;
    private static final byte[] NONE = {};
    private static final byte[] ENDORSEMENT_POLICY =
            HexFormat.of().parseHex("837197674484b3f81a90cc8d46a5d724fd52d76e06520b64f2a1da1b331469aa");
    private static final int INITIAL_VECTOR = 16;

    /** Where the SDK keeps them: a TPM has room for three at work. */
    private static final TPM_HANDLE ENDORSEMENT = TPM_HANDLE.persistent(0x00010001);

    private static final TPM_HANDLE ROOT = TPM_HANDLE.persistent(0x00000001);

    private final TpmDevice device;
    private final Tpm tpm = new Tpm();
    private final TPMT_PUBLIC endorsement;
    private final TPMT_PUBLIC root;
    private TPM_HANDLE identity;
    private String purpose = "";

    RealTpm(TpmDevice device) {
        this.device = device;
        device.connect();
        tpm._setDevice(device);
        endorsement = primary(TPM_RH.ENDORSEMENT, ENDORSEMENT, TPMA_OBJECT.adminWithPolicy, ENDORSEMENT_POLICY);
        root = primary(TPM_RH.OWNER, ROOT, TPMA_OBJECT.userWithAuth, NONE);
    }

    private TPMT_PUBLIC primary(TPM_RH hierarchy, TPM_HANDLE place, TPMA_OBJECT role, byte[] policy) {
        TPMT_PUBLIC template = new TPMT_PUBLIC(
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
                new TPM2B_PUBLIC_KEY_RSA());
        CreatePrimaryResponse made = tpm.CreatePrimary(
                TPM_HANDLE.from(hierarchy),
                new TPMS_SENSITIVE_CREATE(NONE, NONE),
                template,
                NONE,
                new TPMS_PCR_SELECTION[0]);
        tpm.EvictControl(TPM_HANDLE.from(TPM_RH.OWNER), made.handle, place);
        tpm.FlushContext(made.handle);
        return made.outPublic;
    }

    @Override
    public byte[] getEndorsementKey() {
        return new TPM2B_PUBLIC(endorsement).toBytes();
    }

    @Override
    public byte[] getStorageRootKey() {
        return new TPM2B_PUBLIC(root).toBytes();
    }

    @Override
    public byte[] activateIdentityKey(byte[] blob) {
        TpmBuffer parts = new TpmBuffer(blob);
        TPM2B_ID_OBJECT credential = TPM2B_ID_OBJECT.fromTpm(parts);
        TPM2B_ENCRYPTED_SECRET secret = TPM2B_ENCRYPTED_SECRET.fromTpm(parts);
        TPM2B_PRIVATE duplicate = TPM2B_PRIVATE.fromTpm(parts);
        TPM2B_ENCRYPTED_SECRET wrapSecret = TPM2B_ENCRYPTED_SECRET.fromTpm(parts);
        TPMT_PUBLIC area = TPM2B_PUBLIC.fromTpm(parts).publicArea;
        TPM2B_DATA text = TPM2B_DATA.fromTpm(parts);

        StartAuthSessionResponse session = tpm.StartAuthSession(
                TPM_HANDLE.NULL,
                TPM_HANDLE.NULL,
                new byte[20],
                NONE,
                TPM_SE.POLICY,
                new TPMT_SYM_DEF(TPM_ALG_ID.NULL, 0, TPM_ALG_ID.NULL),
                SHA256);
        tpm.PolicySecret(TPM_HANDLE.from(TPM_RH.ENDORSEMENT), session.handle, NONE, NONE, NONE, 0);
        byte[] innerKey = tpm._withSessions(TPM_HANDLE.pwSession(NONE), session.handle)
                .ActivateCredential(ROOT, ENDORSEMENT, credential.credential, secret.secret);
        tpm._allowErrors().FlushContext(session.handle);
        TPMT_SYM_DEF_OBJECT cipher = new TPMT_SYM_DEF_OBJECT(TPM_ALG_ID.AES, innerKey.length * 8, TPM_ALG_ID.CFB);
        TPM2B_PRIVATE imported = tpm.Import(ROOT, innerKey, area, duplicate, wrapSecret.secret, cipher);
        if (identity != null) tpm.FlushContext(identity);
        identity = tpm.Load(ROOT, imported, area);
        purpose = new String(decrypted(cipher, innerKey, text.buffer), StandardCharsets.UTF_8);
        return NONE;
    }

    private byte[] decrypted(TPMT_SYM_DEF_OBJECT cipher, byte[] key, byte[] text) {
        TPMT_PUBLIC template = new TPMT_PUBLIC(
                SHA256,
                new TPMA_OBJECT(
                        TPMA_OBJECT.decrypt, TPMA_OBJECT.fixedTPM, TPMA_OBJECT.fixedParent, TPMA_OBJECT.userWithAuth),
                NONE,
                new TPMS_SYMCIPHER_PARMS(cipher),
                new TPM2B_DIGEST_SYMCIPHER());
        CreateResponse made =
                tpm.Create(ROOT, new TPMS_SENSITIVE_CREATE(NONE, key), template, NONE, new TPMS_PCR_SELECTION[0]);
        TPM_HANDLE handle = tpm.Load(ROOT, made.outPrivate, made.outPublic);
        try {
            return tpm.EncryptDecrypt2(handle, text, (byte) 1, TPM_ALG_ID.CFB, new byte[INITIAL_VECTOR]).outData;
        } finally {
            tpm.FlushContext(handle);
        }
    }

    @Override
    public byte[] signWithIdentity(byte[] data) {
        return tpm.HMAC(identity, data, SHA256);
    }

    /** What the last key was said to be for. */
    String purpose() {
        return purpose;
    }

    @Override
    public void close() {
        device.close();
    }
}
