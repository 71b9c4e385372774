package io.fairlead.adapters.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Trees and texts drawn from a seed. */
final class RandomJson {
    private final Random random;

    RandomJson(long seed) {
        random = new Random(seed);
    }

    /** A tree such as a text can hold; at most four levels deep. */
    Object tree() {
        return tree(4);
    }

    private Object tree(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> string();
            case 1 -> random.nextLong() >> random.nextInt(64);
            case 2 -> fraction();
            case 3 -> new BigDecimal(new BigInteger(65 + random.nextInt(200), random).setBit(64));
            case 4 -> random.nextBoolean();
            case 5 -> null;
            case 6 -> array(depth - 1);
            default -> object(depth - 1);
        };
    }

    private BigDecimal fraction() {
        return BigDecimal.valueOf(random.nextLong(), 1 + random.nextInt(300));
    }

    private List<Object> array(int depth) {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) items.add(tree(depth));
        return items;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) members.put(string(), tree(depth));
        return members;
    }

    /** Any characters, control characters and astral ones among them, but no half pairs. */
    private String string() {
        StringBuilder string = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            int point = random.nextInt(
                    switch (random.nextInt(3)) {
                        case 0 -> 0x80;
                        case 1 -> 0x3000;
                        default -> Character.MAX_CODE_POINT + 1;
                    });
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            string.appendCodePoint(half ? '?' : point);
        }
        return string.toString();
    }

    /** The text with one byte changed, dropped or added: mostly malformed, sometimes not. */
    byte[] damaged(byte[] text) {
        int at = random.nextInt(text.length);
        int kind = random.nextInt(3);
        byte[] damaged = new byte[text.length + (kind == 0 ? 0 : kind == 1 ? -1 : 1)];
        System.arraycopy(text, 0, damaged, 0, at);
        int keptFrom = kind == 2 ? at : at + 1;
        System.arraycopy(text, keptFrom, damaged, at + (kind == 1 ? 0 : 1), text.length - keptFrom);
        if (kind != 1) damaged[at] = (byte) random.nextInt(256);
        return damaged;
    }
}
