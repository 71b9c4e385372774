package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.allocation.CustomAllocation;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The webhook of an entry (DPS {@code CustomAllocationDefinition}). */
final class WebhookBody {
    private static final String NAME = "customAllocationDefinition";
    private static final String URL = "webhookUrl";
    private static final String VERSION = "apiVersion";

    private WebhookBody() {}

    /** The webhook given; what is wrong with its address is told without quoting it, for it may hold a secret. */
    static Optional<CustomAllocation> read(JsonMembers members) {
        return members.object(NAME).map(definition -> {
            URI address = Fields.value(definition, URL, CustomAllocation::address)
                    .orElseThrow(() -> definition.refuse(URL, "is missing"));
            String version = definition.text(VERSION).orElseThrow(() -> definition.refuse(VERSION, "is missing"));
            if (!isKnown(version)) {
                throw definition.refuse(VERSION, "must be 2018-09-01-preview or later, such as 2021-10-01");
            }
            return new CustomAllocation(address, version);
        });
    }

    /** As the entry's reader sees it: whole, so that what was read can be written back. */
    static void write(Map<String, Object> tree, CustomAllocation webhook) {
        write(tree, webhook, webhook.webhookUrl().toString());
    }

    /** As the webhook itself is shown it. */
    static void writeMasked(Map<String, Object> tree, CustomAllocation webhook) {
        write(tree, webhook, webhook.masked());
    }

    private static void write(Map<String, Object> tree, CustomAllocation webhook, String url) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put(URL, url);
        definition.put(VERSION, webhook.apiVersion());
        tree.put(NAME, definition);
    }

    private static boolean isKnown(String version) {
        try {
            return !ApiVersion.parse(version).predatesReprovisioning();
        } catch (ProvisioningException e) {
            return false;
        }
    }
}
