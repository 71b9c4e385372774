package io.fairlead.adapters.persistence.operating;

import io.fairlead.domain.operating.Quota;
import io.fairlead.domain.operating.QuotaWords;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** What operators have said about quotas, by name; {@code off} where they said that there is no limit. */
final class QuotaForm {
    private static final String OFF = "off";

    private QuotaForm() {}

    static Map<String, String> table(QuotaWords words) {
        Map<String, String> table = new LinkedHashMap<>();
        words.said()
                .forEach((quota, most) ->
                        table.put(quota.name(), most.isPresent() ? Integer.toString(most.getAsInt()) : OFF));
        return table;
    }

    static QuotaWords words(Map<String, String> table) {
        Map<Quota, OptionalInt> said = new EnumMap<>(Quota.class);
        table.forEach((name, most) -> said.put(Quota.valueOf(name), most(most)));
        return new QuotaWords(said);
    }

    private static OptionalInt most(String text) {
        return text.equals(OFF) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }
}
