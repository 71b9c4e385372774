package io.fairlead.domain.attestation;

import io.fairlead.domain.attestation.ProofVerdict.NotProven;
import io.fairlead.domain.attestation.ProofVerdict.Proven;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;

/**
 * Judges a token.
 *
 * @param candidates the keys that may have signed it, in pairs
 */
record SharedAccessCheck(IdentityClaim claim, List<SymmetricKeys> candidates) {

    SharedAccessCheck(IdentityClaim claim, SymmetricKeys keys) {
        this(claim, List.of(keys));
    }

    /**
     * With the keys derived for the device: from the id as presented, then from its lower-case form, since no published
     * tool lower-cases the id, but some operators do. The group key itself never authenticates a device.
     */
    static SharedAccessCheck derived(IdentityClaim claim, SymmetricKeys groupKeys) {
        RegistrationId id = claim.id();
        SymmetricKeys asPresented = groupKeys.derivedFor(id.value());
        return id.value().equals(id.canonical())
                ? new SharedAccessCheck(claim, asPresented)
                : new SharedAccessCheck(claim, List.of(asPresented, groupKeys.derivedFor(id.canonical())));
    }

    ProofVerdict verdict(SharedAccessProof token) {
        if (!token.isFor(claim.scope(), claim.id())) {
            return new NotProven(Reason.OTHER_RESOURCE);
        }
        for (SymmetricKeys keys : candidates) {
            if (token.isSignedByOneOf(keys)) {
                return claim.at().isBefore(token.expiry())
                        ? new Proven(new KeyCredential(keys))
                        : new NotProven(Reason.EXPIRED);
            }
        }
        return new NotProven(Reason.WRONG_SIGNATURE);
    }
}
