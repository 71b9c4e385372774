package io.fairlead.domain.attestation;

import io.fairlead.domain.attestation.ProofVerdict.NotProven;
import io.fairlead.domain.attestation.ProofVerdict.Proven;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.identity.RegistrationId;
import java.time.Instant;
import java.util.List;

/** Compares what a device shows with what its entry demands. */
public final class ProofCheck {
    private ProofCheck() {}

    /** A proof against the entry's own keys (individual enrollment). */
    public static ProofVerdict individual(
            SymmetricKeys keys, DeviceProof proof, IdScope scope, RegistrationId id, Instant now) {
        return proof.match(
                token -> anyOf(List.of(keys), token, scope, id, now), () -> new NotProven(Reason.NOTHING_SHOWN));
    }

    /**
     * A proof against the keys derived for this device (enrollment group). The key derived from the id as presented is
     * tried first, then the one from its lower-case form: no published tool lower-cases the id, some operators do. The
     * group key itself never authenticates a device.
     */
    public static ProofVerdict group(
            SymmetricKeys groupKeys, DeviceProof proof, IdScope scope, RegistrationId id, Instant now) {
        return proof.match(
                token -> anyOf(derived(groupKeys, id), token, scope, id, now),
                () -> new NotProven(Reason.NOTHING_SHOWN));
    }

    private static List<SymmetricKeys> derived(SymmetricKeys groupKeys, RegistrationId id) {
        SymmetricKeys asPresented = groupKeys.derivedFor(id.value());
        return id.value().equals(id.canonical())
                ? List.of(asPresented)
                : List.of(asPresented, groupKeys.derivedFor(id.canonical()));
    }

    private static ProofVerdict anyOf(
            List<SymmetricKeys> candidates, SharedAccessProof token, IdScope scope, RegistrationId id, Instant now) {
        if (!isFor(token.resource(), scope, id)) {
            return new NotProven(Reason.OTHER_RESOURCE);
        }
        for (SymmetricKeys keys : candidates) {
            if (token.isSignedByOneOf(keys)) {
                return now.isBefore(token.expiry())
                        ? new Proven(new DeviceCredential(keys))
                        : new NotProven(Reason.EXPIRED);
            }
        }
        return new NotProven(Reason.WRONG_SIGNATURE);
    }

    private static boolean isFor(String resource, IdScope scope, RegistrationId id) {
        return resource.equalsIgnoreCase(scope.value() + "/registrations/" + id.value());
    }
}
