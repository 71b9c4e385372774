package io.fairlead.domain.tpm;

/** The two public keys that a TPM shows of itself. */
public record TpmKeys(EndorsementKey endorsement, StorageRootKey root) {}
