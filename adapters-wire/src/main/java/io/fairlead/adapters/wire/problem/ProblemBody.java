package io.fairlead.adapters.wire.problem;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.text.WireTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The body of a refusal of the operator API (RFC 9457 problem details), with the numeric code and tracking id that all
 * refusals have. {@code type} names the {@link ErrorCode}; there is no page behind it.
 */
public record ProblemBody(
        ErrorCode code, String trackingId, String detail, Map<String, String> info, Instant timestamp) {
    /** Its media type. */
    public static final String SUBTYPE = "problem+json";

    /** The JSON text. */
    public byte[] toJson() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:fairlead:problem:" + word('-'));
        body.put("title", word(' '));
        body.put("status", code.status());
        body.put("detail", detail);
        body.put("errorCode", code.code());
        body.put("trackingId", trackingId);
        if (!info.isEmpty()) body.put("info", info);
        body.put("timestampUtc", WireTime.text(timestamp));
        return JsonText.write(body);
    }

    private String word(char between) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', between);
    }
}
