package io.fairlead.domain.tpm;

import java.security.SecureRandom;

/**
 * A secret for whoever holds both an endorsement key and another object in one TPM (part 1, 24).
 *
 * @param secret the seed that protects it, for the endorsement key
 */
public record Credential(IdObject object, EncryptedSecret secret) {

    /**
     * What the command {@code TPM2_MakeCredential} does (part 3, 12.6).
     *
     * @param holder the name of the object that must be loaded in the same TPM
     * @param value the secret, no longer than the endorsement key's digest
     */
    static Credential make(EndorsementKey endorsement, ObjectName holder, byte[] value, SecureRandom random) {
        SharedSeed seed = SharedSeed.with(endorsement.area(), SharedSeed.Use.IDENTITY, random);
        IdObject object = new IdObject(Octets.of(seed.wrap(Marshal.sized(value), holder)));
        return new Credential(object, seed.encrypted());
    }

    byte[] marshalled() {
        return Marshal.join(object.marshalled(), secret.marshalled());
    }
}
