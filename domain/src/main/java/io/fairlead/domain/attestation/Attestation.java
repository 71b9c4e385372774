package io.fairlead.domain.attestation;

import java.util.function.Function;

/** What an enrollment entry demands as proof of a device's identity. */
public sealed interface Attestation permits X509Attestation, SymmetricKeyAttestation, TpmAttestation {

    /** Exhaustive dispatch: a new kind of attestation breaks every caller at compile time. */
    <R> R match(
            Function<X509Attestation, R> x509,
            Function<SymmetricKeyAttestation, R> symmetricKey,
            Function<TpmAttestation, R> tpm);
}
