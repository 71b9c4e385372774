package io.fairlead.adapters.wire.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.domain.allocation.Coordinates;
import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.identity.HubName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginHintsTest {
    private static final String FULL = """
            {"model":"m-1","geoLatency":{"roundTripMillis":{"Hub-1.example.com":12.5,"hub-2.example.com":80},
             "latitude":52.4,"longitude":4}}
            """;
    private static final RequestOrigin EXPECTED = new RequestOrigin(
            Map.of(
                    new HubName("hub-1.example.com"), Duration.ofNanos(12_500_000),
                    new HubName("hub-2.example.com"), Duration.ofMillis(80)),
            Optional.of(new Coordinates(52.4, 4)),
            List.of(),
            Optional.empty());

    @Test
    void readShouldFindWhatTheDeviceSays() {
        assertThat(read(FULL)).isEqualTo(EXPECTED);
    }

    @Test
    void readShouldLookIntoTheStringThatTheJavaClientSends() {
        assertThat(OriginHints.read(FULL)).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "[]",
                "\"text\"",
                "\"{\"",
                "{}",
                "{\"geoLatency\":1}",
                "{\"geoLatency\":{\"roundTripMillis\":[1]}}",
                "{\"geoLatency\":{\"roundTripMillis\":{\"a.example\":0}}}",
                "{\"geoLatency\":{\"roundTripMillis\":{\"a.example\":-1}}}",
                "{\"geoLatency\":{\"roundTripMillis\":{\"a.example\":1e300}}}",
                "{\"geoLatency\":{\"roundTripMillis\":{\"a.example\":\"12\"}}}",
                "{\"geoLatency\":{\"roundTripMillis\":{\"a.example\":null}}}",
                "{\"geoLatency\":{\"roundTripMillis\":{\"a b\":12}}}",
                "{\"geoLatency\":{\"latitude\":91,\"longitude\":4}}",
                "{\"geoLatency\":{\"latitude\":51}}",
                "{\"geoLatency\":{\"latitude\":\"51\",\"longitude\":4}}"
            })
    void readShouldPassOverWhatIsMalformed(String payload) {
        assertThat(read(payload)).isEqualTo(RequestOrigin.UNKNOWN);
    }

    private static RequestOrigin read(String payload) {
        return OriginHints.read(JsonText.parse(payload.getBytes(StandardCharsets.UTF_8)));
    }
}
