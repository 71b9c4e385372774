package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import java.util.List;
import java.util.Optional;

/** The attestation of an entry; symmetric keys are the only kind served. */
final class AttestationBody {
    private static final String SYMMETRIC_KEY = "symmetricKey";

    private AttestationBody() {}

    /** The keys given; empty when there are none, or two empty ones, which asks the service to make or keep them. */
    static Optional<SymmetricKeys> keys(JsonMembers members) {
        JsonMembers attestation = members.object("attestation")
                .orElseThrow(() -> members.refuse("attestation", "is missing; say {\"type\":\"symmetricKey\"}"));
        checkType(attestation);
        return attestation.object(SYMMETRIC_KEY).flatMap(AttestationBody::pair);
    }

    private static void checkType(JsonMembers attestation) {
        String type = attestation.text("type").orElseThrow(() -> attestation.refuse("type", "is missing"));
        if (!type.equalsIgnoreCase(SYMMETRIC_KEY)) {
            throw attestation.refuse("type", "must be symmetricKey; x509 and tpm are not served here yet");
        }
        for (String other : List.of("x509", "tpm")) {
            if (attestation.has(other)) throw attestation.refuse(other, "does not belong to the type symmetricKey");
        }
    }

    private static Optional<SymmetricKeys> pair(JsonMembers keys) {
        Optional<SymmetricKey> primary = key(keys, "primaryKey");
        Optional<SymmetricKey> secondary = key(keys, "secondaryKey");
        if (primary.isPresent() != secondary.isPresent()) {
            throw keys.refuse(
                    primary.isPresent() ? "secondaryKey" : "primaryKey", "is missing; give both keys, or neither");
        }
        return primary.map(one -> new SymmetricKeys(one, secondary.orElseThrow()));
    }

    private static Optional<SymmetricKey> key(JsonMembers keys, String name) {
        return keys.text(name)
                .filter(text -> !text.isEmpty())
                .map(text -> Fields.made(keys, name, text, SymmetricKey::new));
    }
}
