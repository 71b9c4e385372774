package io.fairlead.adapters.wire.sas;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a token, raw, each once. Fields nobody knows are let pass. */
record TokenFields(Map<String, String> raw) {

    static TokenFields of(String text) {
        Map<String, String> raw = new HashMap<>();
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals < 1) {
                throw SharedAccessSignature.refused("it must consist of fields name=value joined by '&'");
            }
            if (raw.put(field.substring(0, equals), field.substring(equals + 1)) != null) {
                throw SharedAccessSignature.refused("it names a field twice");
            }
        }
        return new TokenFields(raw);
    }

    String required(String name) {
        return optional(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> SharedAccessSignature.refused("it has no '" + name + "'"));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(raw.get(name));
    }
}
