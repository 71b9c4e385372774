package io.fairlead.domain.tpm;

/**
 * {@code TPMA_OBJECT}: what may be done with a key (part 2, 8.3).
 *
 * @param bits as marshalled; bit 0 is the lowest
 */
public record ObjectAttributes(long bits) {
    /** The key never leaves its TPM. */
    static final long FIXED_TPM = 1L << 1;

    /** The key never gets another parent. */
    static final long FIXED_PARENT = 1L << 4;

    /** The TPM made the key itself. */
    static final long SENSITIVE_DATA_ORIGIN = 1L << 5;

    /** Who knows its authorisation value, here the empty one, may use it. */
    static final long USER_WITH_AUTH = 1L << 6;

    /** Failed authorisations of others do not lock it. */
    static final long NO_DA = 1L << 10;

    /** It works only on what has the form of a TPM's own structures. */
    static final long RESTRICTED = 1L << 16;

    static final long DECRYPT = 1L << 17;

    static final long SIGN = 1L << 18;

    boolean areAll(long wanted) {
        return (bits & wanted) == wanted;
    }

    boolean isAny(long wanted) {
        return (bits & wanted) != 0;
    }
}
