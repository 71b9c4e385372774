package io.fairlead.domain.device;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules that IoT Hub puts on a twin's keys, values and depth, and its way of counting size (IoT Hub "Understand
 * device twins", format and size).
 */
public final class TwinRules {
    private static final int MAX_DEPTH = 10;
    private static final int MAX_KEY_BYTES = 1024;
    private static final int MAX_STRING_BYTES = 4096;
    private static final BigDecimal MAX_INTEGER = BigDecimal.valueOf(4503599627370495L);
    private static final BigDecimal MIN_INTEGER = BigDecimal.valueOf(-4503599627370496L);

    private TwinRules() {}

    /** Bytes of a document: keys and values; a number 8, a boolean 4, a string its UTF-8 without control characters. */
    public static int size(TwinDocument document) {
        return sizeOf(document.members());
    }

    /**
     * Each broken rule, with the path of the member that breaks it.
     *
     * @param root the name to begin paths with, such as {@code tags}
     */
    public static List<String> violations(String root, TwinDocument document) {
        List<String> found = new ArrayList<>();
        visit(root, document.members(), 1, found);
        return found;
    }

    private static int sizeOf(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToInt(entry -> text((String) entry.getKey()) + sizeOf(entry.getValue()))
                    .sum();
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(TwinRules::sizeOf).sum();
        }
        if (value instanceof String string) {
            return text(string);
        }
        return value instanceof Boolean ? 4 : value == null ? 0 : 8;
    }

    private static int text(String text) {
        return text.replaceAll("\\p{Cntrl}", "").getBytes(StandardCharsets.UTF_8).length;
    }

    private static void visit(String path, Object value, int depth, List<String> found) {
        if (value instanceof Map<?, ?> map) {
            if (depth > MAX_DEPTH) {
                found.add(path + " is nested deeper than " + MAX_DEPTH + " levels");
                return;
            }
            map.forEach((key, member) -> {
                visitKey(path, (String) key, found);
                visit(path + "." + key, member, depth + 1, found);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(item -> visit(path + "[]", item, depth, found));
        } else if (value instanceof String string) {
            visitString(path, string, found);
        } else if (value instanceof Long number) {
            visitInteger(path, BigDecimal.valueOf(number), found);
        } else if (value instanceof BigDecimal number && number.scale() <= 0) {
            visitInteger(path, number, found);
        }
    }

    private static void visitKey(String path, String key, List<String> found) {
        boolean illegal = key.isEmpty()
                || key.chars().anyMatch(c -> c == '.' || c == '$' || c == ' ' || Character.isISOControl(c));
        if (illegal) {
            found.add(path + " has a key that is empty or holds '.', '$', a space or a control character");
        }
        if (key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
            found.add(path + " has a key longer than " + MAX_KEY_BYTES + " bytes");
        }
    }

    private static void visitString(String path, String string, List<String> found) {
        if (string.getBytes(StandardCharsets.UTF_8).length > MAX_STRING_BYTES) {
            found.add(path + " is a string longer than " + MAX_STRING_BYTES + " bytes");
        }
    }

    private static void visitInteger(String path, BigDecimal number, List<String> found) {
        if (number.compareTo(MAX_INTEGER) > 0 || number.compareTo(MIN_INTEGER) < 0) {
            found.add(path + " is an integer outside " + MIN_INTEGER + " to " + MAX_INTEGER);
        }
    }
}
