package io.fairlead.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The TPM of an entry in a declaration: its keys are public ones and stand where they are. */
final class DeclaredTpm {
    static final String TPM = "tpm";
    private static final List<String> KEYS = List.of("endorsementKey", "storageRootKey");

    private DeclaredTpm() {}

    /** The attestation of an entry by TPM. */
    static Map<String, Object> attestation(Declared attestation) {
        Declared tpm = attestation.member(TPM).orElseThrow(() -> attestation.problem("type tpm needs " + KEYS));
        Map<String, Object> keys = new LinkedHashMap<>();
        tpm.members().forEach((name, key) -> {
            if (!KEYS.contains(name)) throw key.problem("'" + name + "' is none of " + KEYS);
            keys.put(name, key.text());
        });
        return Map.of("type", TPM, TPM, keys);
    }

    /** The keys of an attestation; none when it is by other means. */
    static Object keys(Object attestation) {
        return attestation instanceof Map<?, ?> members && members.get(TPM) instanceof Map<?, ?> keys ? keys : Map.of();
    }
}
