package io.fairlead.domain.device;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON object as an immutable tree: maps in insertion order, lists, strings, booleans, {@code Long} for integers that
 * fit, {@code BigDecimal} for all other numbers, and null (which in a patch means "remove"). Two documents are equal
 * when their members are, in any order.
 */
public record TwinDocument(Map<String, Object> members) {
    public static final TwinDocument EMPTY = new TwinDocument(Map.of());

    public TwinDocument {
        members = frozen(members);
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    /**
     * This document after a merge patch: objects merge, scalars and lists replace, null removes (IoT Hub device twins;
     * like RFC 7396).
     */
    public TwinDocument mergedWith(TwinDocument patch) {
        return new TwinDocument(merge(members, patch.members));
    }

    /** This document as a hub would keep it: members that are null are absent. */
    public TwinDocument withoutNulls() {
        return EMPTY.mergedWith(this);
    }

    private static Map<String, Object> merge(Map<?, ?> base, Map<?, ?> patch) {
        Map<String, Object> result = new LinkedHashMap<>();
        base.forEach((key, value) -> result.put((String) key, value));
        patch.forEach((key, value) -> {
            if (value == null) {
                result.remove(key);
            } else if (value instanceof Map<?, ?> inner) {
                Object old = result.get(key);
                result.put((String) key, merge(old instanceof Map<?, ?> map ? map : Map.of(), inner));
            } else {
                result.put((String) key, value);
            }
        });
        return result;
    }

    private static Map<String, Object> frozen(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put((String) key, frozenValue(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object frozenValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return frozen(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(frozenValue(item)));
            return Collections.unmodifiableList(copy);
        }
        return value instanceof Number number ? normal(number) : scalar(value);
    }

    private static Number normal(Number number) {
        if (number instanceof Long || number instanceof BigDecimal) {
            return number;
        }
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        return number instanceof BigInteger big ? new BigDecimal(big) : new BigDecimal(number.toString());
    }

    private static Object scalar(Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException(
                "not a JSON value: " + value.getClass().getName());
    }
}
