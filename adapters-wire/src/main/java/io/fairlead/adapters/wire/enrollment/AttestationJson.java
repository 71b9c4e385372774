package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.enrollment.EnrollmentJson.Keys;
import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.attestation.SymmetricKeyAttestation;
import io.fairlead.domain.attestation.TpmAttestation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an entry demands of devices (DPS {@code AttestationMechanism}). */
public final class AttestationJson {
    private AttestationJson() {}

    /** The attestation by itself, with its keys. */
    public static byte[] write(Attestation attestation) {
        return JsonText.write(tree(attestation, Keys.SHOWN));
    }

    static Map<String, Object> tree(Attestation attestation, Keys shown) {
        return attestation.match(X509Json::tree, symmetric -> symmetricKey(symmetric, shown), AttestationJson::tpm);
    }

    /** Both keys are public ones; the entry's secret is never shown. */
    private static Map<String, Object> tpm(TpmAttestation attestation) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("endorsementKey", attestation.endorsementKey().base64());
        attestation.storageRootKey().ifPresent(root -> keys.put("storageRootKey", root.base64()));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", TpmBody.TPM);
        tree.put(TpmBody.TPM, keys);
        return tree;
    }

    private static Map<String, Object> symmetricKey(SymmetricKeyAttestation attestation, Keys shown) {
        Map<String, Object> pair = new LinkedHashMap<>();
        pair.put(
                "primaryKey", shown == Keys.SHOWN ? attestation.keys().primary().base64() : "");
        pair.put(
                "secondaryKey",
                shown == Keys.SHOWN ? attestation.keys().secondary().base64() : "");
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "symmetricKey");
        tree.put("symmetricKey", pair);
        return tree;
    }
}
