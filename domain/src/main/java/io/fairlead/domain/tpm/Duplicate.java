package io.fairlead.domain.tpm;

import java.security.SecureRandom;

/**
 * A key on its way to a new parent, wrapped twice: within for whoever knows the inner key, without for the parent (part 1,
 * 23.3.2).
 *
 * @param secret the seed of the outer wrapper, for the parent
 */
public record Duplicate(ProtectedPrivate key, EncryptedSecret secret) {

    /**
     * What the command {@code TPM2_Duplicate} does (part 3, 13.1), with an AES key for the inner wrapper.
     *
     * @param innerKey 16 bytes: C's and C#'s clients know no other size
     */
    static Duplicate make(SensitiveArea secret, byte[] innerKey, StorageRootKey parent, SecureRandom random) {
        ObjectName name = secret.publicArea().name();
        SharedSeed seed = SharedSeed.with(parent.area(), SharedSeed.Use.DUPLICATE, random);
        byte[] outer = seed.wrap(Cfb.encrypt(innerKey, checked(secret, name)), name);
        return new Duplicate(new ProtectedPrivate(Octets.of(outer)), seed.encrypted());
    }

    /** The secret part behind the digest by which the inner wrapper is checked (part 1, 23.3.2.2). */
    private static byte[] checked(SensitiveArea secret, ObjectName name) {
        byte[] sensitive = secret.sized();
        byte[] integrity = secret.publicArea().nameAlgorithm().digest(sensitive, name.bytes());
        return Marshal.join(Marshal.sized(integrity), sensitive);
    }

    byte[] marshalled() {
        return Marshal.join(key.marshalled(), secret.marshalled());
    }
}
