package io.fairlead.domain.tpm;

/**
 * {@code TPMT_PUBLIC} of a key for HMAC-SHA256 (part 2, 12.2.4), its parameters being {@code TPMS_KEYEDHASH_PARMS}
 * (12.2.3.3). Node's and Java's clients take the hash algorithm of their signatures from its scheme.
 *
 * @param unique the digest that binds it to its secret part
 */
public record KeyedHashPublicArea(Octets unique) implements PublicArea {
    /** {@code TPM_ALG_KEYEDHASH}. */
    static final int KEYED_HASH = 0x0008;

    private static final int HMAC = 0x0005;

    /** A TPM's holder may sign with it; it is not the TPM's own, so it is not fixed to it. */
    private static final long ATTRIBUTES =
            ObjectAttributes.SIGN | ObjectAttributes.USER_WITH_AUTH | ObjectAttributes.NO_DA;

    @Override
    public HashAlgorithm nameAlgorithm() {
        return HashAlgorithm.SHA256;
    }

    @Override
    public byte[] marshalled() {
        return Marshal.join(
                Marshal.uint16(KEYED_HASH),
                nameAlgorithm().marshalled(),
                Marshal.uint32(ATTRIBUTES),
                Marshal.sized(Octets.NONE),
                Marshal.uint16(HMAC),
                HashAlgorithm.SHA256.marshalled(),
                Marshal.sized(unique));
    }
}
