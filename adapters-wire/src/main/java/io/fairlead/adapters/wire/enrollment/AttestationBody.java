package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.application.administration.AttestationDraft;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.identity.EnrollmentRef;
import java.util.List;
import java.util.Optional;

/** The attestation of an entry, by symmetric key, X.509 or TPM. */
final class AttestationBody {
    private static final String SYMMETRIC_KEY = "symmetricKey";
    private static final String X509 = "x509";

    private AttestationBody() {}

    /** What an entry of this kind may demand. */
    static AttestationDraft draft(JsonMembers members, EnrollmentRef.Kind entry) {
        JsonMembers attestation = members.object("attestation")
                .orElseThrow(() -> members.refuse("attestation", "is missing; say {\"type\":\"symmetricKey\"}"));
        String type = attestation.text("type").orElseThrow(() -> attestation.refuse("type", "is missing"));
        if (type.equalsIgnoreCase(X509)) {
            refuseOthers(attestation, X509);
            JsonMembers x509 = attestation.object(X509).orElseThrow(() -> attestation.refuse(X509, "is missing"));
            return X509Body.draft(x509, entry);
        }
        if (type.equalsIgnoreCase(TpmBody.TPM)) {
            refuseOthers(attestation, TpmBody.TPM);
            return TpmBody.draft(attestation, entry);
        }
        if (!type.equalsIgnoreCase(SYMMETRIC_KEY)) {
            throw attestation.refuse("type", "must be symmetricKey, x509 or tpm");
        }
        refuseOthers(attestation, SYMMETRIC_KEY);
        return new AttestationDraft.Keys(attestation.object(SYMMETRIC_KEY).flatMap(AttestationBody::pair));
    }

    private static void refuseOthers(JsonMembers attestation, String type) {
        for (String name : List.of(SYMMETRIC_KEY, X509, TpmBody.TPM)) {
            boolean isOther = !name.equals(type) && attestation.has(name);
            if (isOther) throw attestation.refuse(name, "does not belong to the type " + type);
        }
    }

    /** Two empty keys are none: that asks the service to make or keep them. */
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
