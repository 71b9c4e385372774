package io.fairlead.adapters.wire.text;

import io.fairlead.domain.tpm.EndorsementKey;
import io.fairlead.domain.tpm.StorageRootKey;
import java.util.Base64;
import java.util.function.Function;

/** The public keys of TPMs as text: the base64 of a {@code TPM2B_PUBLIC}. */
public final class TpmText {
    /** Far more than the base64 of the largest key. */
    private static final int MAX_LENGTH = 4096;

    private TpmText() {}

    /** @throws IllegalArgumentException saying what is wrong */
    public static EndorsementKey endorsementKey(String base64) {
        return read(base64, EndorsementKey::read);
    }

    /** @throws IllegalArgumentException saying what is wrong */
    public static StorageRootKey storageRootKey(String base64) {
        return read(base64, StorageRootKey::read);
    }

    private static <T> T read(String base64, Function<byte[], T> form) {
        if (base64.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("it is far longer than a key of a TPM");
        }
        byte[] bytes = decode(base64);
        try {
            return form.apply(bytes);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it " + e.getMessage(), e);
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is not base64", e);
        }
    }
}
