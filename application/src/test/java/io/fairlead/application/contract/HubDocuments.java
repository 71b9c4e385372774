package io.fairlead.application.contract;

import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Twin documents that hold what a hub could get wrong. */
final class HubDocuments {
    private static final int MAX_DEPTH = 10;

    private HubDocuments() {}

    /** Every kind of value at its edge, nested as deep as is allowed, keys that only differ in case. */
    static TwinDocument everything() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("unicode", "Łódź ключ 鍵 🔑 \u2028 \"quoted\" \\ / \t");
        members.put("control", "\u0000\u001f\u007f");
        members.put("schlüssel鍵", "a key may say anything");
        members.put("Case", 1);
        members.put("case", 2);
        members.put("smallest", -4503599627370496L);
        members.put("largest", 4503599627370495L);
        members.put("zero", 0);
        members.put("decimal", new BigDecimal("1.50"));
        members.put("tiny", new BigDecimal("2.2250738585072014E-308"));
        members.put("truth", true);
        members.put("falsehood", false);
        members.put("emptyText", "");
        members.put("emptyObject", Map.of());
        members.put("list", List.of(1, "two", true, List.of(), Map.of("in", List.of(Map.of("deep", 1)))));
        members.put("deep", nesting(MAX_DEPTH - 1));
        return new TwinDocument(members);
    }

    /** Objects inside each other, so many, the innermost with one member. */
    static Map<String, Object> nesting(int levels) {
        return levels == 1 ? Map.of("leaf", 1) : Map.of("next", nesting(levels - 1));
    }

    static TwinDocument withNulls() {
        Map<String, Object> inner = new HashMap<>();
        inner.put("kept", 1);
        inner.put("nothing", null);
        Map<String, Object> outer = new HashMap<>();
        outer.put("inner", inner);
        outer.put("nothing", null);
        return new TwinDocument(outer);
    }

    static InitialTwin nested() {
        TwinDocument document =
                HubSamples.document("room", Map.of("lamp", Map.of("on", true, "dim", 7), "list", List.of(1, 2)));
        return new InitialTwin(document, document);
    }

    static TwinDocument removingOneLeaf() {
        Map<String, Object> lamp = new HashMap<>();
        lamp.put("dim", null);
        return HubSamples.document("room", Map.of("lamp", lamp, "list", List.of(3)));
    }

    static TwinDocument nestedWithoutThatLeaf() {
        return HubSamples.document("room", Map.of("lamp", Map.of("on", true), "list", List.of(3)));
    }

    /** A document of exactly so many bytes as IoT Hub counts them. */
    static TwinDocument ofSize(int bytes) {
        Map<String, Object> members = new LinkedHashMap<>();
        int rest = bytes;
        for (int part = 10; rest > 0; part++) {
            int length = Math.min(rest - 2, 4000);
            members.put(Integer.toString(part), HubSamples.text(length));
            rest -= length + 2;
        }
        return new TwinDocument(members);
    }
}
