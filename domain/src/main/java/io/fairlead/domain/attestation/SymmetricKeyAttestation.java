package io.fairlead.domain.attestation;

import java.util.function.Function;

/**
 * Proof by a shared key: the entry's own for an individual enrollment, one derived from it for a group.
 *
 * @param keys either key is accepted
 */
public record SymmetricKeyAttestation(SymmetricKeys keys) implements Attestation {
    @Override
    public <R> R match(
            Function<X509Attestation, R> x509,
            Function<SymmetricKeyAttestation, R> symmetricKey,
            Function<TpmAttestation, R> tpm) {
        return symmetricKey.apply(this);
    }
}
