package io.fairlead.adapters.persistence.document;

import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;

/** Two keys as one secret: they are always wanted together, and opening one is half the work of opening two. */
public final class KeysForm {
    private static final String BETWEEN = " ";

    private KeysForm() {}

    public static String of(SymmetricKeys keys) {
        return keys.primary().base64() + BETWEEN + keys.secondary().base64();
    }

    public static SymmetricKeys keys(String secret) {
        String[] both = secret.split(BETWEEN, -1);
        if (both.length != 2) throw new IllegalArgumentException("a pair of keys has two");
        return new SymmetricKeys(new SymmetricKey(both[0]), new SymmetricKey(both[1]));
    }
}
