package io.fairlead.adapters.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one form of all trees with equal content. */
final class CanonicalTree {
    private CanonicalTree() {}

    static Object of(Object tree) {
        if (tree instanceof Map<?, ?> members) return sorted(members);
        if (tree instanceof List<?> items) return each(items);
        if (tree instanceof BigDecimal number) return plain(number);
        if (tree instanceof Long number) return plain(BigDecimal.valueOf(number));
        if (tree instanceof Integer number) return plain(BigDecimal.valueOf(number));
        return tree;
    }

    private static Map<String, Object> sorted(Map<?, ?> members) {
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> sorted.put((String) name, of(value)));
        return sorted;
    }

    private static List<Object> each(List<?> items) {
        List<Object> list = new ArrayList<>(items.size());
        for (Object item : items) list.add(of(item));
        return list;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}
