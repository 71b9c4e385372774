package io.fairlead.adapters.wire.problem;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.text.WireTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The body of a refusal (DPS {@code ProvisioningServiceErrorDetails}). It must never look like a registration: the Java
 * client decides by the body alone, so there is no {@code operationId} and no {@code status} in it.
 *
 * @param errorCode an {@link ErrorCode} as a number
 * @param trackingId names the request in the service's log
 * @param message what is wrong and what to do; safe to show
 * @param info further facts, often empty
 */
public record ErrorBody(int errorCode, String trackingId, String message, Map<String, String> info, Instant timestamp) {

    /** The JSON text. */
    public byte[] toJson() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errorCode", errorCode);
        body.put("trackingId", trackingId);
        body.put("message", message);
        if (!info.isEmpty()) body.put("info", info);
        body.put("timestampUtc", WireTime.text(timestamp));
        return JsonText.write(body);
    }
}
