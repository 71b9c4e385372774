package io.fairlead.adapters.webhook;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.enrollment.EntryForWebhook;
import io.fairlead.application.port.WebhookCall;
import io.fairlead.domain.identity.HubName;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of a webhook's request (DPS "Custom allocation"). */
final class WebhookRequest {
    private WebhookRequest() {}

    static byte[] body(WebhookCall call) {
        Map<String, Object> request = new LinkedHashMap<>();
        String proof = EntryForWebhook.put(request, call.entry(), call.webhook().apiVersion());
        request.put("deviceRuntimeContext", device(call, proof));
        request.put("linkedHubs", call.offered().stream().map(HubName::value).toList());
        return JsonText.writeWithNulls(request);
    }

    private static Map<String, Object> device(WebhookCall call, String proof) {
        Map<String, Object> device = new LinkedHashMap<>();
        device.put("registrationId", call.registrationId().value());
        call.current().ifPresent(at -> {
            device.put("currentIotHubHostName", at.hub().value());
            device.put("currentDeviceId", at.device().value());
        });
        device.put(proof, Map.of());
        call.payload().ifPresent(payload -> device.putAll(payload.members()));
        return device;
    }
}
