package io.fairlead.bootstrap.wiring;

import io.fairlead.application.port.IdSource;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.OperationId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Unpredictable ids. An operation id has the form of Azure's: a digit, sixteen hex digits that are the same for one
 * server, and a GUID.
 */
final class RandomIds implements IdSource {
    private static final int KEY_BYTES = 64;
    private static final int CODE_BYTES = 24;
    private static final int UUID_BYTES = 16;

    private final SecureRandom random;
    private final String prefix;

    RandomIds(SecureRandom random) {
        this.random = random;
        this.prefix = "5." + HexFormat.of().toHexDigits(random.nextLong()) + ".";
    }

    @Override
    public OperationId newOperationId() {
        return new OperationId(prefix + uuid());
    }

    @Override
    public ETag newETag() {
        return new ETag(uuid().toString());
    }

    @Override
    public String newRowId() {
        return uuid().toString();
    }

    @Override
    public String newVerificationCode() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    @Override
    public SymmetricKey newSymmetricKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return SymmetricKey.of(bytes);
    }

    /** A version 4 UUID of RFC 9562. */
    private UUID uuid() {
        byte[] bytes = new byte[UUID_BYTES];
        random.nextBytes(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long high = buffer.getLong() & ~0xf000L | 0x4000L;
        long low = buffer.getLong() & ~0xc000000000000000L | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
