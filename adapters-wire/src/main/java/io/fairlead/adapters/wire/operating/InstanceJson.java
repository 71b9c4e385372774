package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.operating.FaultScriptText;
import io.fairlead.domain.operating.InstanceSettings;
import io.fairlead.domain.operating.LossAcceptance;
import io.fairlead.domain.operating.Quotas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The service as a whole, as operators read it. */
public final class InstanceJson {
    private InstanceJson() {}

    /** @param inForce what the settings come to at the server that answers */
    public static byte[] settings(IdScope scope, InstanceSettings settings, Quotas inForce) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("idScope", scope.value());
        tree.put("allocationPolicy", Fields.camelCase(settings.defaultAllocation()));
        tree.put("quotas", QuotaMembers.said(settings.quotas()));
        tree.put("quotasInForce", QuotaMembers.inForce(inForce::of));
        KnownMembers.stamp(tree, settings.stamp());
        return JsonText.write(tree);
    }

    public static byte[] script(FaultScriptText script) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("script", script.text());
        KnownMembers.stamp(tree, script.stamp());
        return JsonText.write(tree);
    }

    public static byte[] losses(List<LossAcceptance> losses) {
        return JsonText.write(
                Map.of("value", losses.stream().map(InstanceJson::tree).toList()));
    }

    public static byte[] loss(LossAcceptance loss) {
        return JsonText.write(tree(loss));
    }

    private static Map<String, Object> tree(LossAcceptance loss) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("hub", loss.hub().value());
        loss.device().ifPresent(device -> tree.put("registrationId", device.value()));
        tree.put("reason", loss.reason());
        KnownMembers.stamp(tree, loss.stamp());
        return tree;
    }
}
