package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.domain.operating.Quota;
import io.fairlead.domain.operating.QuotaWords;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Quotas among the settings: a number, {@code off}, or {@code default} where the server's own settings hold. */
final class QuotaMembers {
    private static final String OFF = "off";
    private static final String DEFAULT = "default";
    private static final Set<String> NAMES =
            Arrays.stream(Quota.values()).map(Fields::camelCase).collect(Collectors.toUnmodifiableSet());

    private QuotaMembers() {}

    /** What changes: a quota that is absent stays as it is. */
    static UnaryOperator<QuotaWords> change(JsonMembers members) {
        KnownMembers.checkAll(members, NAMES);
        Map<Quota, String> withdrawn = new EnumMap<>(Quota.class);
        Map<Quota, OptionalInt> said = new EnumMap<>(Quota.class);
        for (Quota quota : Quota.values()) {
            String name = Fields.camelCase(quota);
            members.any(name).ifPresent(value -> {
                if (DEFAULT.equals(value)) withdrawn.put(quota, name);
                else said.put(quota, most(members, name, value));
            });
        }
        return before -> {
            Map<Quota, OptionalInt> after = new EnumMap<>(Quota.class);
            after.putAll(before.said());
            after.putAll(said);
            after.keySet().removeAll(withdrawn.keySet());
            return new QuotaWords(after);
        };
    }

    private static OptionalInt most(JsonMembers members, String name, Object value) {
        if (OFF.equals(value)) return OptionalInt.empty();
        long most = value instanceof Number ? members.whole(name).orElseThrow() : 0;
        if (most >= 1 && most <= QuotaWords.MOST) return OptionalInt.of((int) most);
        throw members.refuse(name, "must be a whole number from 1 to " + QuotaWords.MOST + ", \"off\", or \"default\"");
    }

    /** As they were said, so that what was read can be written back. */
    static Map<String, Object> said(QuotaWords words) {
        return tree(quota -> words.said().containsKey(quota) ? word(words.said().get(quota)) : DEFAULT);
    }

    /** As they are in force. */
    static Map<String, Object> inForce(Function<Quota, OptionalInt> quotas) {
        return tree(quota -> word(quotas.apply(quota)));
    }

    private static Object word(OptionalInt most) {
        return most.isPresent() ? (Object) (long) most.getAsInt() : OFF;
    }

    private static Map<String, Object> tree(Function<Quota, Object> value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Quota quota : Quota.values()) tree.put(Fields.camelCase(quota), value.apply(quota));
        return tree;
    }
}
