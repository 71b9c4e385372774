package io.fairlead.adapters.wire.registration;

import io.fairlead.adapters.json.InvalidJson;
import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.domain.allocation.Coordinates;
import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.identity.HubName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a device says in its payload of where it is, of our own making (DPS measures by itself):
 *
 * <pre>{"geoLatency": {"roundTripMillis": {"hub-1.example.com": 12.5}, "latitude": 52.4, "longitude": 4.9}}</pre>
 *
 * <p>The payload belongs to the operator's webhook, so whatever is malformed here is passed over, not refused. A time that
 * is not more than nothing is none: devices put a zero where they measured nothing.
 */
final class OriginHints {
    private static final String MEMBER = "geoLatency";
    private static final double MOST_MILLIS = 600_000;

    private OriginHints() {}

    /** @param payload any JSON value; a string that holds an object counts as that, because the Java client sends so */
    static RequestOrigin read(Object payload) {
        return object(payload)
                .flatMap(members -> object(members.members().get(MEMBER)))
                .map(OriginHints::origin)
                .orElse(RequestOrigin.UNKNOWN);
    }

    private static RequestOrigin origin(JsonMembers hints) {
        Map<HubName, Duration> times = new LinkedHashMap<>();
        object(hints.members().get("roundTripMillis"))
                .ifPresent(named -> named.members().forEach((hub, time) -> measure(times, hub, time)));
        return new RequestOrigin(times, position(hints), List.of(), Optional.empty());
    }

    private static void measure(Map<HubName, Duration> times, String hub, Object time) {
        if (time instanceof Number millis && millis.doubleValue() > 0 && millis.doubleValue() <= MOST_MILLIS) {
            try {
                times.put(new HubName(hub), Duration.ofNanos((long) (millis.doubleValue() * 1e6)));
            } catch (IllegalArgumentException e) {
                // No hub has such a name.
            }
        }
    }

    private static Optional<Coordinates> position(JsonMembers hints) {
        try {
            return hints.members().get("latitude") instanceof Number latitude
                            && hints.members().get("longitude") instanceof Number longitude
                    ? Optional.of(new Coordinates(latitude.doubleValue(), longitude.doubleValue()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonMembers> object(Object value) {
        try {
            Object tree = value instanceof String text ? JsonText.parse(text.getBytes(StandardCharsets.UTF_8)) : value;
            return tree instanceof Map<?, ?> ? Optional.of(JsonMembers.root(tree)) : Optional.empty();
        } catch (InvalidJson e) {
            return Optional.empty();
        }
    }
}
