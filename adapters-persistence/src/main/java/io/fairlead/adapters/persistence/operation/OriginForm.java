package io.fairlead.adapters.persistence.operation;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.domain.allocation.Coordinates;
import io.fairlead.domain.allocation.Region;
import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.identity.HubName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a request came from, as stored; numbers as texts, because they are never counted with here. */
final class OriginForm {
    private OriginForm() {}

    static boolean isWorthKeeping(RequestOrigin origin) {
        return !origin.equals(RequestOrigin.UNKNOWN);
    }

    static DocumentWriter of(RequestOrigin origin) {
        Map<String, String> times = new LinkedHashMap<>();
        origin.roundTrips().forEach((hub, time) -> times.put(hub.value(), time.toString()));
        return new DocumentWriter()
                .put("roundTrips", times)
                .putIfPresent("position", origin.position(), OriginForm::of)
                .put("regions", origin.regions(), Region::name)
                .putIfPresent("addressPosition", origin.addressPosition(), OriginForm::of);
    }

    static RequestOrigin origin(DocumentReader stored) {
        Map<HubName, Duration> times = new LinkedHashMap<>();
        stored.table("roundTrips").forEach((hub, time) -> times.put(new HubName(hub), Duration.parse(time)));
        return new RequestOrigin(
                times,
                stored.maybeObject("position", OriginForm::coordinates),
                stored.texts("regions").stream().map(Region::new).toList(),
                stored.maybeObject("addressPosition", OriginForm::coordinates));
    }

    private static DocumentWriter of(Coordinates point) {
        return new DocumentWriter()
                .put("latitude", Double.toString(point.latitude()))
                .put("longitude", Double.toString(point.longitude()));
    }

    private static Coordinates coordinates(DocumentReader stored) {
        return new Coordinates(
                Double.parseDouble(stored.text("latitude")), Double.parseDouble(stored.text("longitude")));
    }
}
