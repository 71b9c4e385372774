package io.fairlead.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The allocation webhook of an entry. Its address may hold a secret, so it may be a reference, and is shown masked. */
final class DeclaredWebhook {
    static final String NAME = "customAllocationDefinition";
    private static final String URL = "webhookUrl";

    private DeclaredWebhook() {}

    /** The webhook with its address in place: written out, or from the environment or a file. */
    static Object read(Declared webhook, Secrets secrets) {
        if (webhook.value() == null) return null;
        Map<String, Object> tree = new LinkedHashMap<>();
        webhook.members()
                .forEach((name, member) ->
                        tree.put(name, isReference(name, member) ? secrets.resolve(member, URL) : member.tree()));
        return tree;
    }

    private static boolean isReference(String name, Declared member) {
        return name.equals(URL) && member.value() instanceof Map<?, ?>;
    }

    static List<FieldChange> differences(Object is, Object wanted) {
        List<FieldChange> changes = new ArrayList<>();
        Map<?, ?> there = is instanceof Map<?, ?> members ? members : Map.of();
        Map<?, ?> declared = wanted instanceof Map<?, ?> members ? members : Map.of();
        Set<?> names = wanted == null ? there.keySet() : declared.keySet();
        for (Object name : names) {
            if (!Objects.equals(there.get(name), declared.get(name))) {
                changes.add(change(NAME + "." + name, there.get(name), declared.get(name)));
            }
        }
        return changes;
    }

    private static FieldChange change(String path, Object is, Object wanted) {
        FieldChange shown = FieldChange.of(path, masked(is), masked(wanted));
        return shown.is().equals(shown.wanted())
                ? new FieldChange(path, shown.is(), shown.wanted() + " (another)")
                : shown;
    }

    private static Object masked(Object value) {
        return value instanceof String text ? text.replaceFirst("\\?.*", "?***") : value;
    }
}
