package io.fairlead.adapters.amqp.frame;

import java.util.Set;

/**
 * Walks over encoded values (AMQP 1.0, part 1.2) without making any of them: every size and count is held against the
 * bytes that are there, and depth and number are bounded. What has passed can be decoded without harm.
 */
final class ValueWalk {
    private static final int DESCRIBED = 0x00;
    private static final int WIDEST_COUNT_OF_NOTHING = 64;

    private static final Set<Integer> FIXED = Set.of(
            0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x60, 0x61, 0x70, 0x71, 0x72,
            0x73, 0x74, 0x80, 0x81, 0x82, 0x83, 0x84, 0x94, 0x98);
    private static final Set<Integer> VARIABLE = Set.of(0xa0, 0xa1, 0xa3, 0xb0, 0xb1, 0xb3);
    private static final Set<Integer> LISTS_AND_MAPS = Set.of(0xc0, 0xc1, 0xd0, 0xd1);
    private static final Set<Integer> ARRAYS = Set.of(0xe0, 0xf0);

    private final byte[] bytes;
    private final int deepest;
    private int end;
    private int at;
    private int budget;

    /**
     * @param deepest how many values may stand inside each other
     * @param most how many values there may be in all
     */
    ValueWalk(byte[] bytes, int from, int end, int deepest, int most) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.deepest = deepest;
        this.budget = most;
    }

    /** Where the next value begins. */
    int at() {
        return at;
    }

    boolean atEnd() {
        return at == end;
    }

    /** Passes over one value. */
    void value() throws MalformedValue {
        value(0);
    }

    private void value(int depth) throws MalformedValue {
        if (depth > deepest) throw new MalformedValue("values are nested too deeply");
        if (--budget < 0) throw new MalformedValue("there are too many values");
        content(constructor(depth), depth);
    }

    /** The code of a format; passes over the descriptor before it, which is a value itself. */
    private int constructor(int depth) throws MalformedValue {
        int code = number(1);
        if (code != DESCRIBED) return code;
        value(depth + 1);
        int described = number(1);
        if (described == DESCRIBED) throw new MalformedValue("a described value is described again");
        return described;
    }

    private void content(int code, int depth) throws MalformedValue {
        if (FIXED.contains(code)) pass(width(code));
        else if (VARIABLE.contains(code)) pass(number(sizeOfSize(code)));
        else if (LISTS_AND_MAPS.contains(code)) compound(code, depth);
        else if (ARRAYS.contains(code)) array(code, depth);
        else throw new MalformedValue("there is no such type");
    }

    /** 0x4x has no bytes, 0x5x one, 0x6x two, and so on to sixteen. */
    private static int width(int code) {
        return code >> 4 == 4 ? 0 : 1 << (code >> 4) - 5;
    }

    private static int sizeOfSize(int code) {
        return (code >> 4 & 1) == 0 ? 1 : 4;
    }

    private void compound(int code, int depth) throws MalformedValue {
        int outer = narrow(code);
        int count = number(sizeOfSize(code));
        if ((code & 1) == 1 && count % 2 == 1) throw new MalformedValue("a map has a key without a value");
        for (int i = 0; i < count; i++) value(depth + 1);
        widen(outer);
    }

    private void array(int code, int depth) throws MalformedValue {
        int outer = narrow(code);
        int count = number(sizeOfSize(code));
        int item = constructor(depth + 1);
        if (FIXED.contains(item) && width(item) == 0 && count > WIDEST_COUNT_OF_NOTHING) {
            throw new MalformedValue("an array of nothing is too long");
        }
        for (int i = 0; i < count; i++) {
            if (--budget < 0) throw new MalformedValue("there are too many values");
            if (depth + 1 > deepest) throw new MalformedValue("values are nested too deeply");
            content(item, depth + 1);
        }
        widen(outer);
    }

    /** Makes the size that stands here the end of the walk. @return the end before */
    private int narrow(int code) throws MalformedValue {
        int size = number(sizeOfSize(code));
        if (size > end - at) throw new MalformedValue("a value is longer than what holds it");
        int outer = end;
        end = at + size;
        return outer;
    }

    private void widen(int outer) throws MalformedValue {
        if (at != end) throw new MalformedValue("a value is shorter than it says");
        end = outer;
    }

    private void pass(int length) throws MalformedValue {
        if (length > end - at) throw new MalformedValue("a value is longer than what holds it");
        at += length;
    }

    /** An unsigned number of one or four bytes; one of more than 31 bits is larger than anything here. */
    private int number(int length) throws MalformedValue {
        if (length > end - at) throw new MalformedValue("a value is cut off");
        int number = 0;
        for (int i = 0; i < length; i++) number = number << 8 | bytes[at++] & 0xff;
        if (number < 0) throw new MalformedValue("a size is beyond all bounds");
        return number;
    }
}
