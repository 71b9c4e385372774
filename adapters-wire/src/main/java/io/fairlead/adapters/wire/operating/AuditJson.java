package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.text.WireTime;
import io.fairlead.application.paging.Page;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.AuditEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** The audit log as operators read it. */
public final class AuditJson {
    private AuditJson() {}

    /** A page; {@code next} is there while there may be more. */
    public static byte[] page(Page<AuditEntry> page) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", page.items().stream().map(AuditJson::tree).toList());
        page.next().ifPresent(next -> tree.put("next", next));
        return JsonText.write(tree);
    }

    private static Map<String, Object> tree(AuditEntry entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", entry.id());
        tree.put("timestampUtc", WireTime.text(entry.at()));
        tree.put("kind", Fields.camelCase(entry.subject().kind()));
        tree.put("subject", entry.subject().id());
        tree.put("decision", entry.decision());
        tree.put("reason", entry.reason());
        entry.actor().ifPresent(actor -> tree.put("actor", actor));
        entry.operation().ifPresent(operation -> tree.put("operationId", operation.value()));
        if (!entry.hubs().isEmpty()) {
            tree.put("hubs", entry.hubs().stream().map(HubName::value).toList());
        }
        tree.put("inputs", entry.inputs());
        return tree;
    }
}
