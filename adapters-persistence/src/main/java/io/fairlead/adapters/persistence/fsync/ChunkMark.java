package io.fairlead.adapters.persistence.fsync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.DataUtils;

/**
 * What a chunk says of itself at its beginning (H2 "MVStore file format").
 *
 * @param block where it stands, in blocks of {@value StoreHeader#BLOCK} bytes
 * @param version grows with every chunk that is new, not only moved
 */
record ChunkMark(int id, long block, long version) {
    private static final String BEGINNING = "chunk:";
    private static final int LONGEST = 1024;

    /** The mark at the beginning of these bytes; empty when they are no chunk. */
    static Optional<ChunkMark> of(ByteBuffer bytes, long position) {
        String text = beginning(bytes);
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith(BEGINNING) || position % StoreHeader.BLOCK != 0) return Optional.empty();
        Map<String, String> fields = DataUtils.parseMap(text.substring(0, end).strip());
        return Optional.of(new ChunkMark(
                (int) DataUtils.readHexLong(fields, "chunk", 0),
                position / StoreHeader.BLOCK,
                DataUtils.readHexLong(fields, "version", 0)));
    }

    private static String beginning(ByteBuffer bytes) {
        byte[] some = new byte[Math.min(LONGEST, bytes.remaining())];
        bytes.get(bytes.position(), some);
        return new String(some, StandardCharsets.ISO_8859_1);
    }
}
