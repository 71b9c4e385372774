package io.fairlead.domain.attestation;

import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.tpm.EndorsementKey;
import io.fairlead.domain.tpm.StorageRootKey;
import java.util.Optional;
import java.util.function.Function;

/**
 * Proof by a TPM: that of this endorsement key, and no other, can open what is wrapped for it (DPS "TPM attestation").
 *
 * @param storageRootKey as the operator noted it; a TPM gets another when it is cleared, so none is compared with it
 * @param secret never leaves the service; all keys that the TPM is given follow from it
 */
public record TpmAttestation(
        EndorsementKey endorsementKey, Optional<StorageRootKey> storageRootKey, SymmetricKey secret)
        implements Attestation {

    /** What the endorsement key is known by where one entry only may have it. */
    public Thumbprint thumbprint() {
        return Thumbprint.of(endorsementKey.bytes());
    }

    /** What a device proves with it. */
    public TpmIdentity identity() {
        return new TpmIdentity(secret);
    }

    @Override
    public <R> R match(
            Function<X509Attestation, R> x509,
            Function<SymmetricKeyAttestation, R> symmetricKey,
            Function<TpmAttestation, R> tpm) {
        return tpm.apply(this);
    }
}
