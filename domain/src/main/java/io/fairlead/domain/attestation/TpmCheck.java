package io.fairlead.domain.attestation;

import io.fairlead.domain.attestation.ProofVerdict.NotProven;
import io.fairlead.domain.attestation.ProofVerdict.Proven;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.tpm.TpmKeys;
import java.util.Optional;

/** Judges what a device with a TPM shows: first its keys, and then that it could open what was wrapped for them. */
record TpmCheck(IdentityClaim claim, TpmAttestation demand) {

    /** A token, signed with the key of a challenge. */
    ProofVerdict verdict(SharedAccessProof token) {
        TpmIdentity identity = demand.identity();
        return new SharedAccessCheck(claim, identity.answerKeys(claim.id(), claim.at()))
                .verdict(token)
                .match(proven -> new Proven(identity), no -> new NotProven(said(no.reason())));
    }

    /** Why this TPM is not to be challenged, if it is not. */
    static Optional<Reason> fault(TpmAttestation demand, TpmKeys shown) {
        return demand.endorsementKey().equals(shown.endorsement())
                ? Optional.empty()
                : Optional.of(Reason.OTHER_ENDORSEMENT_KEY);
    }

    private static Reason said(Reason reason) {
        return reason == Reason.WRONG_SIGNATURE ? Reason.CHALLENGE_NOT_ANSWERED : reason;
    }
}
