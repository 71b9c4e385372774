package io.fairlead.domain.attestation;

/** The two interchangeable keys of an entry or a hub identity: one can be rolled while devices use the other. */
public record SymmetricKeys(SymmetricKey primary, SymmetricKey secondary) {

    /** The keys of one device of a group whose keys these are. */
    public SymmetricKeys derivedFor(String registrationId) {
        return new SymmetricKeys(
                DerivedKey.derive(primary, registrationId), DerivedKey.derive(secondary, registrationId));
    }
}
