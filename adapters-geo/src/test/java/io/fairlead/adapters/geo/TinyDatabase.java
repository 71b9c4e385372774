package io.fairlead.adapters.geo;

import io.fairlead.domain.allocation.Coordinates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a database of one network in MaxMind's format (MaxMind DB file format 2.0): a search tree with one node a bit,
 * each record of 24 bits, one data entry, and the metadata.
 */
final class TinyDatabase {
    private static final byte[] MARKER = "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);
    private static final int SEPARATOR = 16;
    private static final int MAP = 7;
    private static final int TEXT = 2;
    private static final int DOUBLE = 3;
    private static final int UINT16 = 5;
    private static final int UINT32 = 6;
    private static final int V4_IN_V6 = 96;

    private TinyDatabase() {}

    /** A database of IPv6 that holds this address alone; an IPv4 address stands below {@code ::/96}, as usual. */
    static Path write(Path file, String address, Coordinates at) throws IOException {
        byte[] bits = InetAddress.getByName(address).getAddress();
        int before = bits.length == 4 ? V4_IN_V6 : 0;
        int nodes = before + bits.length * Byte.SIZE;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int depth = 0; depth < nodes; depth++) {
            int bit = depth < before ? 0 : bits[(depth - before) / 8] >> 7 - (depth - before) % 8 & 1;
            int next = depth + 1 < nodes ? depth + 1 : nodes + SEPARATOR;
            record24(out, bit == 0 ? next : nodes);
            record24(out, bit == 1 ? next : nodes);
        }
        out.write(new byte[SEPARATOR]);
        entry(out, at);
        out.write(MARKER);
        metadata(out, nodes);
        return Files.write(file, out.toByteArray());
    }

    private static void entry(ByteArrayOutputStream out, Coordinates at) {
        control(out, MAP, 1);
        text(out, "location");
        control(out, MAP, 2);
        text(out, "latitude");
        decimal(out, at.latitude());
        text(out, "longitude");
        decimal(out, at.longitude());
    }

    private static void metadata(ByteArrayOutputStream out, int nodes) {
        control(out, MAP, 9);
        text(out, "binary_format_major_version");
        number(out, UINT16, 2);
        text(out, "binary_format_minor_version");
        number(out, UINT16, 0);
        text(out, "build_epoch");
        extended(out, 9, 1);
        out.write(1);
        text(out, "database_type");
        text(out, "Tiny");
        text(out, "description");
        control(out, MAP, 0);
        text(out, "ip_version");
        number(out, UINT16, 6);
        text(out, "languages");
        extended(out, 11, 0);
        text(out, "node_count");
        number(out, UINT32, nodes);
        text(out, "record_size");
        number(out, UINT16, 24);
    }

    private static void record24(ByteArrayOutputStream out, int value) {
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private static void control(ByteArrayOutputStream out, int type, int size) {
        out.write(type << 5 | size);
    }

    private static void extended(ByteArrayOutputStream out, int type, int size) {
        out.write(size);
        out.write(type - 7);
    }

    /** A text of at most 28 bytes: longer ones are counted otherwise. */
    private static void text(ByteArrayOutputStream out, String text) {
        control(out, TEXT, text.length());
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void decimal(ByteArrayOutputStream out, double value) {
        control(out, DOUBLE, Double.BYTES);
        out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }

    private static void number(ByteArrayOutputStream out, int type, int value) {
        control(out, type, 2);
        out.write(value >> 8);
        out.write(value);
    }
}
