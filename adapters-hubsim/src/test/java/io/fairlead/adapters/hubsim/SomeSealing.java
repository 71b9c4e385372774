package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.sealing.KeyRing;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.adapters.sealing.SealingKey;
import java.security.SecureRandom;

/** The key that encrypts what tests store. */
public final class SomeSealing {
    public static final Sealing USUAL =
            new Sealing(KeyRing.of(SealingKey.of(new byte[SealingKey.BYTES])), new SecureRandom());

    private SomeSealing() {}
}
