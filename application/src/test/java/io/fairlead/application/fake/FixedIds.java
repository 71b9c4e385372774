package io.fairlead.application.fake;

import io.fairlead.application.port.IdSource;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.OperationId;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids that repeat with the seed of the generator they are drawn from. */
public final class FixedIds implements IdSource {
    private static final int KEY_BYTES = 64;
    private static final int CODE_BYTES = 24;
    private final RandomGenerator random;

    public FixedIds(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public synchronized OperationId newOperationId() {
        return new OperationId("4." + HexFormat.of().toHexDigits(random.nextLong()) + "." + uuid());
    }

    @Override
    public synchronized ETag newETag() {
        return new ETag(uuid());
    }

    @Override
    public synchronized String newRowId() {
        return uuid();
    }

    @Override
    public synchronized String newVerificationCode() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Override
    public synchronized SymmetricKey newSymmetricKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return SymmetricKey.of(bytes);
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
