package io.fairlead.adapters.rest.problem;

import java.util.Map;

/** The headers of every response: the tracking id, and what keeps keys off plain connections and out of caches. */
final class CommonHeaders {
    private CommonHeaders() {}

    static Map<String, String> of(String trackingId) {
        return Map.of(
                "x-ms-request-id", trackingId,
                "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
                "Cache-Control", "no-store");
    }
}
