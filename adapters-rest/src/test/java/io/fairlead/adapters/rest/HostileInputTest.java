package io.fairlead.adapters.rest;

import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Http;
import io.fairlead.adapters.rest.server.Slice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sound requests with one thing wrong, by those who may do everything: whatever it is, the answer is one of ours, says what is
 * wrong, and is never a failure of the service.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HostileInputTest {
    private static final String KEYS = "{\"primaryKey\":\"cHJpbWFyeSBrZXkgb2YgMTYrIGJ5dGVz\","
            + "\"secondaryKey\":\"c2Vjb25kYXJ5IGtleSBvZiAxNiBieXRlcw==\"}";
    private static final String TERMS = "\"attestation\":{\"type\":\"symmetricKey\",\"symmetricKey\":" + KEYS + "},"
            + "\"capabilities\":{\"iotEdge\":true},\"allocationPolicy\":\"custom\",\"iotHubs\":[\"hub-a.example.com\"],"
            + "\"customAllocationDefinition\":{\"webhookUrl\":\"https://a.example.com/\",\"apiVersion\":\"2021-10-01\"},"
            + "\"initialTwin\":{\"tags\":{\"a\":1},\"properties\":{\"desired\":{\"b\":[1]}}},"
            + "\"reprovisionPolicy\":{\"updateHubAssignment\":true,\"migrateDeviceData\":false},"
            + "\"provisioningStatus\":\"enabled\",\"etag\":\"x\"";
    private static final String ENROLLMENT =
            "{\"registrationId\":\"dev-1\",\"deviceId\":\"d\",\"optionalDeviceInformation\":{\"c\":{}}," + TERMS + "}";
    private static final String GROUP = "{\"enrollmentGroupId\":\"fleet\"," + TERMS + "}";

    private static final List<String> SOUND = List.of(
            "PUT /enrollments/dev-1?" + VERSION + " " + ENROLLMENT,
            "PUT /enrollmentGroups/fleet?" + VERSION + " " + GROUP,
            "POST /enrollments?" + VERSION + " {\"mode\":\"create\",\"enrollments\":[" + ENROLLMENT + "]}",
            "POST /enrollmentGroups?" + VERSION + " {\"mode\":\"updateIfMatchETag\",\"enrollmentGroups\":[" + GROUP
                    + "]}",
            "POST /enrollments/query?" + VERSION + " {\"query\":\"SELECT * FROM enrollments WHERE tags.a = 1\"}",
            "POST /enrollmentGroups/query?" + VERSION + " {\"query\":\"*\"}",
            "POST /registrations/fleet/query?" + VERSION + " {\"query\":\"\"}",
            "PUT /operator/v1/hubs/hub-9.example.com {\"kind\":\"simulated\",\"allocationWeight\":2,"
                    + "\"applyAllocationPolicy\":true,\"region\":\"north\",\"coordinates\":{\"latitude\":1.5,"
                    + "\"longitude\":2},\"connectionString\":\"HostName=x\"}",
            "PUT /operator/v1/policies/reader {\"rights\":[\"EnrollmentRead\"],\"primaryKey\":"
                    + "\"cHJpbWFyeSBrZXkgb2YgMTYrIGJ5dGVz\"}",
            "PUT /operator/v1/settings {\"allocationPolicy\":\"hashed\",\"quotas\":{\"enrollments\":5,\"linkedHubs\":\"off\"}}",
            "PUT /operator/v1/faults {\"script\":\"\"}",
            "PUT /operator/v1/losses/hubs/gone.example.com {\"reason\":\"why\"}",
            "PUT /operator/v1/losses/devices/dev-1 {\"reason\":\"why\"}",
            "POST /operator/v1/conflicts/some-id/resolve {\"keep\":\"left\"}",
            "PUT /operator/v1/certificates/root {\"certificate\":\"AAAA\",\"isVerified\":false}");

    private static final List<Object> ODD = List.of(
            true,
            -1L,
            Long.MAX_VALUE,
            new BigDecimal("1e300"),
            new BigDecimal("0.5"),
            "",
            " ",
            "x".repeat(5000),
            "\u0000",
            "\u00e4\u20ac\ud83d\ude00",
            "http://",
            List.of(),
            List.of(List.of(1L), "a", Map.of()),
            Map.of(),
            Map.of("a.b", 1L, "$x", "y"));

    private Slice slice;

    @BeforeAll
    void start() {
        slice = new Slice();
    }

    @AfterAll
    void stop() {
        slice.close();
    }

    static Stream<String> sound() {
        return SOUND.stream();
    }

    /** Every member at every depth, in turn, becomes every odd thing. */
    @ParameterizedTest
    @MethodSource("sound")
    void memberOfAnotherKindShouldBeRefusedOrTaken(String request) {
        String[] parts = request.split(" ", 3);
        JsonMembers body = JsonText.parseObject(parts[2].getBytes(StandardCharsets.UTF_8));
        for (Object odd : ODD) {
            for (Object changed : changes(body.members(), odd)) {
                check(slice.asOwner(parts[0], parts[1]).json(text(changed)), odd);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sound")
    void bodyOfAnotherShapeShouldBeRefused(String request) {
        String[] parts = request.split(" ", 3);
        for (String body : List.of(
                "",
                "null",
                "[]",
                "7",
                "\"x\"",
                parts[2] + "x",
                parts[2].substring(0, parts[2].length() - 1),
                parts[2].replaceFirst("\\{", "{\"a\":1,\"a\":2,"),
                parts[2].replaceFirst("\\{", "{\"deep\":" + "[".repeat(200) + "]".repeat(200) + ","),
                parts[2].replaceFirst("\\{", "{\"long\":\"" + "x".repeat(100_000) + "\","))) {
            check(slice.asOwner(parts[0], parts[1]).json(body), body);
        }
        check(
                slice.asOwner(parts[0], parts[1])
                        .header("Content-Type", "text/xml")
                        .body("<a/>".getBytes()),
                "xml");
        check(slice.asOwner(parts[0], parts[1]).header("Content-Type", "/;=").body("{}".getBytes()), "no type");
    }

    @ParameterizedTest
    @MethodSource("sound")
    void headersShouldBeRefusedOrIgnored(String request) {
        String[] parts = request.split(" ", 3);
        for (String value :
                List.of("", "\"", "*", "**", "W/\"x\"", "\"a\", \"b\"", "x".repeat(4000), "\u00e4", "' --")) {
            for (String name : List.of("If-Match", "If-None-Match", "x-ms-max-item-count", "x-ms-continuation")) {
                check(slice.asOwner(parts[0], parts[1]).header(name, value).json(parts[2]), name + ": " + value);
            }
        }
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "TRACE", "OPTIONS", "BREW")) {
            check(slice.asOwner(method, parts[1]).json(parts[2]), method);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/enrollments/",
        "/enrollmentGroups/",
        "/registrations/",
        "/operator/v1/hubs/",
        "/operator/v1/policies/",
        "/operator/v1/certificates/",
        "/operator/v1/duties/",
        "/operator/v1/losses/hubs/",
        "/operator/v1/losses/devices/",
        "/operator/console/"
    })
    void idsShouldBeRefusedOrNotFound(String collection) {
        for (String id : List.of(
                "%C3%A4",
                "%F0%9F%98%80",
                "%00",
                "..",
                "%2e%2e",
                "a%2Fb",
                "x".repeat(129),
                "x".repeat(5000),
                "%ff",
                "-",
                ".",
                "'",
                "a;b=c",
                "$",
                "%24",
                "query",
                "a%0d%0ab")) {
            for (String method : List.of("GET", "PUT", "DELETE", "POST")) {
                check(slice.asOwner(method, collection + id + "?" + VERSION).json("{}"), method + " " + id);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2021-10-01&api-version=x", "x", "2021-13-01", "%00", "99999-01-01", "2021-10-01-PREVIEW"})
    void versionsShouldBeRefusedOrTaken(String version) {
        for (String path : List.of("/enrollments/a", "/enrollmentGroups/a", "/registrations/a")) {
            check(slice.asOwner("GET", path + "?api-version=" + version), version);
        }
    }

    private void check(Http request, Object what) {
        Answer answer = request.send();
        String shown = "%s -> %s %s".formatted(what, answer.status(), answer.text());
        assertThat(answer.status()).as(shown).isLessThan(500);
        if (answer.body().length > 0) {
            assertThat(answer.header("Content-Type"))
                    .as(shown)
                    .containsAnyOf("json", "text/html", "javascript", "text/css");
            assertThat(answer.text()).as(shown).doesNotContain("Exception", "\tat ", "java.", "io.fairlead");
        }
        if (answer.status() >= 400 && answer.body().length > 0) {
            JsonMembers refusal = JsonText.parseObject(answer.body());
            assertThat(refusal.text("message").or(() -> refusal.text("detail")))
                    .as(shown)
                    .hasValueSatisfying(message -> assertThat(message).hasSizeBetween(10, 2000));
        }
    }

    private static String text(Object tree) {
        return new String(JsonText.writeWithNulls(tree), StandardCharsets.UTF_8);
    }

    /** The tree with each of its parts replaced, one at a time. */
    private static List<Object> changes(Object tree, Object odd) {
        List<Object> all = new ArrayList<>();
        if (tree instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                all.add(with(members, name, odd));
                changes(value, odd).forEach(changed -> all.add(with(members, name, changed)));
            });
        } else if (tree instanceof List<?> items && !items.isEmpty()) {
            all.add(List.of(odd));
            changes(items.get(0), odd).forEach(changed -> all.add(List.of(changed)));
        }
        return all;
    }

    private static Object with(Map<?, ?> members, Object name, Object value) {
        Map<Object, Object> changed = new LinkedHashMap<>(members);
        changed.put(name, value);
        return changed;
    }
}
