package io.fairlead.domain.tpm;

/**
 * What both keys of a TPM must be: storage keys that the TPM made itself and never lets out. A key that could leave would
 * take the device's identity along.
 */
final class StorageRole {
    private static final long BOUND =
            ObjectAttributes.FIXED_TPM | ObjectAttributes.FIXED_PARENT | ObjectAttributes.SENSITIVE_DATA_ORIGIN;
    private static final long STORAGE = ObjectAttributes.RESTRICTED | ObjectAttributes.DECRYPT;

    private StorageRole() {}

    static void demand(RsaPublicArea area, String role) {
        if (!area.attributes().areAll(BOUND)) {
            throw new IllegalArgumentException("may leave its TPM or was not made by it, so it is no " + role
                    + " (fixedTPM, fixedParent and sensitiveDataOrigin must be set)");
        }
        if (!area.attributes().areAll(STORAGE) || area.attributes().isAny(ObjectAttributes.SIGN)) {
            throw new IllegalArgumentException(
                    "is no storage key, so it is no " + role + " (restricted and decrypt must be set, sign must not)");
        }
    }
}
