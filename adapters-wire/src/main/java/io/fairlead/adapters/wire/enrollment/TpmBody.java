package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.text.TpmText;
import io.fairlead.application.administration.AttestationDraft;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.tpm.EndorsementKey;
import io.fairlead.domain.tpm.StorageRootKey;
import java.util.Optional;

/** The TPM of an individual enrollment as an operator sends it (DPS {@code TpmAttestation}). */
final class TpmBody {
    static final String TPM = "tpm";

    private TpmBody() {}

    /** An empty storage root key is none: some clients send it so. */
    static AttestationDraft draft(JsonMembers attestation, EnrollmentRef.Kind entry) {
        if (entry == EnrollmentRef.Kind.GROUP) {
            throw attestation.refuse("type", "must be symmetricKey or x509: a TPM belongs to an individual enrollment");
        }
        JsonMembers tpm = attestation.object(TPM).orElseThrow(() -> attestation.refuse(TPM, "is missing"));
        EndorsementKey endorsementKey = Fields.value(tpm, "endorsementKey", TpmText::endorsementKey)
                .orElseThrow(() -> tpm.refuse("endorsementKey", "is missing"));
        Optional<StorageRootKey> rootKey = tpm.text("storageRootKey")
                .filter(text -> !text.isEmpty())
                .map(text -> Fields.made(tpm, "storageRootKey", text, TpmText::storageRootKey));
        return new AttestationDraft.Tpm(endorsementKey, rootKey);
    }
}
