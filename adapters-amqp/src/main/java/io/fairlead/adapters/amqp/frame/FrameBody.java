package io.fairlead.adapters.amqp.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The described list in a frame (AMQP 1.0, parts 2.7 and 5.3.3), proven to be well formed, with as much of its fields as
 * must be known before it is handed on.
 */
public final class FrameBody {
    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 1024;
    private static final int CODE_AT = 2;

    private final byte[] frame;
    private final long code;
    private final List<Integer> fields;
    private final int end;

    private FrameBody(byte[] frame, long code, List<Integer> fields, int end) {
        this.frame = frame;
        this.code = code;
        this.fields = fields;
        this.end = end;
    }

    static FrameBody read(byte[] frame, int from) throws MalformedValue {
        if (frame.length < from + CODE_AT + 1 || frame[from] != 0) {
            throw new MalformedValue("a frame holds no described list");
        }
        ValueWalk whole = new ValueWalk(frame, from, frame.length, DEEPEST, MOST_VALUES);
        whole.value();
        ValueWalk descriptor = new ValueWalk(frame, from + 1, frame.length, 0, 1);
        descriptor.value();
        long code = ulong(frame, from + 1);
        return new FrameBody(frame, code, fields(frame, descriptor.at(), whole.at()), whole.at());
    }

    private static List<Integer> fields(byte[] frame, int list, int end) throws MalformedValue {
        List<Integer> fields = new ArrayList<>();
        int header = switch (frame[list] & 0xff) {
            case 0x45 -> 1;
            case 0xc0 -> 3;
            case 0xd0 -> 9;
            default -> throw new MalformedValue("a frame holds no list");
        };
        ValueWalk walk = new ValueWalk(frame, list + header, end, DEEPEST, MOST_VALUES);
        while (!walk.atEnd()) {
            fields.add(walk.at());
            walk.value();
        }
        return fields;
    }

    /** All clients send the code as a number; the name that the standard also allows has been seen from none. */
    private static long ulong(byte[] frame, int at) throws MalformedValue {
        return switch (frame[at] & 0xff) {
            case 0x44 -> 0;
            case 0x53 -> frame[at + 1] & 0xff;
            case 0x80 -> number(frame, at + 1, 8);
            default -> throw new MalformedValue("a frame's descriptor is no number");
        };
    }

    long code() {
        return code;
    }

    /** Where what follows the list begins. */
    int end() {
        return end;
    }

    /** An unsigned 32-bit number; empty when the field is absent, null or of another type. */
    OptionalLong uint(int field) {
        if (field >= fields.size()) return OptionalLong.empty();
        int at = fields.get(field);
        return switch (frame[at] & 0xff) {
            case 0x43 -> OptionalLong.of(0);
            case 0x52 -> OptionalLong.of(frame[at + 1] & 0xff);
            case 0x70 -> OptionalLong.of(number(frame, at + 1, 4));
            default -> OptionalLong.empty();
        };
    }

    /** The content of a binary, a string or a symbol; empty when the field is absent, null or of another type. */
    Optional<byte[]> bytes(int field) {
        if (field >= fields.size()) return Optional.empty();
        int at = fields.get(field);
        return switch (frame[at] & 0xff) {
            case 0xa0, 0xa1, 0xa3 -> Optional.of(cut(at + 2, frame[at + 1] & 0xff));
            case 0xb0, 0xb1, 0xb3 -> Optional.of(cut(at + 5, (int) number(frame, at + 1, 4)));
            default -> Optional.empty();
        };
    }

    private byte[] cut(int from, int length) {
        return Arrays.copyOfRange(frame, from, from + length);
    }

    private static long number(byte[] bytes, int at, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) number = number << 8 | bytes[at + i] & 0xff;
        return number;
    }
}
