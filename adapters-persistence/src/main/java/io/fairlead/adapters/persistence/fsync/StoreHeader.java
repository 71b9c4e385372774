package io.fairlead.adapters.persistence.fsync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.DataUtils;

/**
 * The header of H2's file, of which each of the first two blocks holds a copy: among other things where a recovery begins
 * to look for the newest chunk (H2 "MVStore file format"). Of two copies that differ the newer is believed, if the chunk
 * that it names is whole.
 */
record StoreHeader(Map<String, String> fields) {
    static final int BLOCK = 4096;

    /** What a disk writes wholly or not at all; a copy's text fits into it. */
    static final int SECTOR = 512;

    private static final String BEGINNING = "H:";
    private static final String VERSION = "version";
    private static final String CHECKSUM = ",fletcher:";

    StoreHeader {
        fields = Map.copyOf(fields);
    }

    /** The copy at the beginning of these bytes; empty when there is none, or half of one. */
    static Optional<StoreHeader> of(ByteBuffer bytes) {
        byte[] some = new byte[Math.min(SECTOR, bytes.remaining())];
        bytes.get(bytes.position(), some);
        String text = new String(some, StandardCharsets.ISO_8859_1);
        int checksum = text.indexOf(CHECKSUM);
        int end = text.indexOf('\n');
        if (!text.startsWith(BEGINNING) || checksum < 0 || end < checksum) return Optional.empty();
        StoreHeader header = new StoreHeader(DataUtils.parseMap(text.substring(0, checksum)));
        return text.substring(0, end + 1).equals(header.text()) ? Optional.of(header) : Optional.empty();
    }

    /** The version of the chunk that it names; 0 when it names none yet. */
    long version() {
        return DataUtils.readHexLong(fields, VERSION, 0);
    }

    /** This header naming another chunk, of a file that is in use. */
    StoreHeader naming(ChunkMark chunk) {
        Map<String, String> next = new HashMap<>(fields);
        next.remove("clean");
        next.put("chunk", Integer.toHexString(chunk.id()));
        next.put("block", Long.toHexString(chunk.block()));
        next.put(VERSION, Long.toHexString(chunk.version()));
        return new StoreHeader(next);
    }

    /** One copy, as it stands at the beginning of a block. */
    ByteBuffer sector() {
        return ByteBuffer.allocate(SECTOR)
                .put(text().getBytes(StandardCharsets.ISO_8859_1))
                .rewind();
    }

    private String text() {
        StringBuilder text = DataUtils.appendMap(new StringBuilder(), new HashMap<>(fields));
        byte[] signed = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        text.append(CHECKSUM).append(Integer.toHexString(DataUtils.getFletcher32(signed, 0, signed.length)));
        return text.append('\n').toString();
    }
}
