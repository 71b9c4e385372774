package io.fairlead.adapters.wire.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.query.Condition;
import io.fairlead.application.query.Truth;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeRegistrations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which records a query text means, and where a text that means nothing is wrong. */
class QueryTextTest {
    private static final List<IndividualEnrollment> ENTRIES = List.of(
            SomeEnrollments.someEnrollment("bare"),
            SomeEnrollments.anEnrollment()
                    .withId("Full:1")
                    .withDeviceId("Dev+1")
                    .withAllocation(AllocationPolicy.GEO_LATENCY)
                    .withHubs("hub-a.fairlead.local", "hub-b.fairlead.local")
                    .withCapabilities(new DeviceCapabilities(true))
                    .withPolicy(true, false)
                    .withInformation(new TwinDocument(Map.of("Owner", Map.of("name", "O'Neil"))))
                    .withInitialTwin(new InitialTwin(tags(), new TwinDocument(Map.of("interval", 5L))))
                    .build(),
            SomeEnrollments.anEnrollment()
                    .withId("third")
                    .withHubs("hub-b.fairlead.local")
                    .withPolicy(false, true)
                    .disabled()
                    .build());

    private static TwinDocument tags() {
        return new TwinDocument(Map.of(
                "site",
                "north",
                "floor",
                3L,
                "height",
                new BigDecimal("2.50"),
                "live",
                true,
                "my key",
                "spaced",
                "list",
                List.of("a", 7L),
                "deep",
                Map.of("er", "down")));
    }

    @ParameterizedTest(name = "<{0}>")
    @ValueSource(
            strings = {
                "",
                "*",
                " * ",
                "SELECT * FROM enrollments",
                "select*from x",
                "SELECT * FROM devices.jobs AS j",
                "Select\n*\tFrom whatever w",
                "SELECT * FROM c WHERE registrationId != ''"
            })
    void everythingShouldBeMeant(String text) {
        assertThat(found(text)).isEqualTo("bare Full:1 third");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "registrationId = 'FULL:1' | Full:1",
                "registrationid <> 'full:1' | bare third",
                "'full:1' = registrationId | Full:1",
                "'c' < registrationId | Full:1 third",
                "registrationId >= 'bare' AND registrationId < 'g' | bare Full:1",
                "registrationId IN ('bare', 'Third', 'x') | bare third",
                "registrationId NOT IN ['bare'] | Full:1 third",
                "STARTSWITH(registrationId, 'FU') | Full:1",
                "startswith(deviceId, 'dev') | ``",
                "deviceId = 'Dev+1' | Full:1",
                "deviceId = 'dev+1' | ``",
                "deviceId != 'x' | Full:1",
                "NOT deviceId = 'x' | Full:1",
                "deviceId IS NULL | bare third",
                "deviceId IS NOT NULL | Full:1",
                "IS_DEFINED(deviceId) | Full:1",
                "NOT is_defined(deviceId) | bare third",
                "provisioningStatus = 'disabled' | third",
                "provisioningStatus != 'Disabled' | bare Full:1",
                "provisioningStatus IN ('enabled','disabled') | bare Full:1 third",
                "allocationPolicy = 'geoLatency' | Full:1",
                "allocationPolicy != 'hashed' | Full:1",
                "allocationPolicy IS NULL | bare third",
                "iotHubs = 'HUB-B.fairlead.local' | Full:1 third",
                "iotHubs != 'hub-a.fairlead.local' | third",
                "'hub-a.fairlead.local' IN iotHubs | Full:1",
                "'hub-a.fairlead.local' NOT IN iotHubs | third",
                "ARRAY_CONTAINS(iotHubs, 'hub-b.fairlead.local') | Full:1 third",
                "iotHubs IN ('hub-a.fairlead.local','x.y') | Full:1",
                "startswith(iotHubs, 'hub-a') | Full:1",
                "iotHubs IS NULL | bare",
                "capabilities.iotEdge = true | Full:1",
                "capabilities.iotEdge = FALSE | bare third",
                "reprovisionPolicy.updateHubAssignment = false | third",
                "reprovisionPolicy.migrateDeviceData = false | Full:1",
                "tags.site = 'north' | Full:1",
                "initialTwin.tags.site = 'north' | Full:1",
                "tags['site'] = 'north' | Full:1",
                "tags.Site = 'north' | ``",
                "tags.site != 'south' | Full:1",
                "tags['my key'] = 'spaced' | Full:1",
                "tags.floor = 3 | Full:1",
                "tags.floor = 3.0 | Full:1",
                "tags.floor >= -3e0 | Full:1",
                "tags.floor > 3 | ``",
                "tags.floor = '3' | ``",
                "tags.floor != '3' | Full:1",
                "tags.floor < '9' | ``",
                "tags.height = 2.5 | Full:1",
                "tags.live = true | Full:1",
                "tags.list = 7 | Full:1",
                "tags.list != 'b' | Full:1",
                "tags.deep.er = 'down' | Full:1",
                "tags.deep = 'down' | ``",
                "tags.deep IS NOT NULL | Full:1",
                "tags.site.deeper = 'x' | ``",
                "initialTwin.properties.desired.interval = 5 | Full:1",
                "optionalDeviceInformation.Owner.name = 'O''Neil' | Full:1",
                "createdDateTimeUtc < '2026-03-01T08:00:01Z' | bare Full:1 third",
                "createdDateTimeUtc > '2026-03-01T09:00:00+01:00' | bare Full:1 third",
                "createdDateTimeUtc >= '2026-03-01' AND createdDateTimeUtc < '2026-03-02' | bare Full:1 third",
                "lastUpdatedDateTimeUtc > '2026-03-02T09:30:01' | ``",
                "registrationId='bare' OR registrationId='third' AND provisioningStatus='enabled' | bare",
                "(registrationId='bare' OR registrationId='third') AND provisioningStatus='disabled' | third",
                "NOT (registrationId='bare' OR registrationId='third') | Full:1",
                "not not registrationId='bare' | bare",
                "e.registrationId='bare' | bare",
                "enrollments.tags.site='north' | Full:1",
            })
    void conditionShouldMeanThese(String condition, String expected) {
        assertThat(found("SELECT * FROM enrollments AS e WHERE " + condition)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "everything | 1 | expected SELECT * FROM, or * alone, found 'everything'",
                "* WHERE registrationId='x' | 3 | expected the end of the query",
                "SELECT | 7 | expected *",
                "SELECT registrationId FROM x | 8 | since records are returned whole",
                "SELECT * WHERE a=1 | 10 | expected FROM",
                "SELECT * FROM | 14 | expected a name after FROM, found the end",
                "SELECT * FROM x WHERE | 22 | expected a field, found the end",
                "SELECT * FROM x WHERE colour = 'red' | 23 | one of registrationId, deviceId",
                "SELECT * FROM x WHERE registrationId | 37 | expected =, !=",
                "SELECT * FROM x WHERE registrationId = | 39 | found the end",
                "SELECT * FROM x WHERE registrationId = red | 40 | expected a text in single quotes",
                "SELECT * FROM x WHERE registrationId = 5 | 40 | a text in single quotes for registrationId, found '5'",
                "SELECT * FROM x WHERE registrationId = \"a\" | 40 | single quotes, not double",
                "SELECT * FROM x WHERE registrationId = 'a | 40 | closing quote is missing",
                "SELECT * FROM x WHERE registrationId = null | 40 | IS NULL",
                "SELECT * FROM x WHERE registrationId LIKE 'a%' | 38 | expected =, !=",
                "SELECT * FROM x WHERE registrationId == 'a' | 39 | found '='",
                "SELECT * FROM x WHERE registrationId ~ 'a' | 38 | no meaning",
                "SELECT * FROM x WHERE provisioningStatus = 'enabeld' | 44 | one of 'enabled', 'disabled' for provisioningStatus",
                "SELECT * FROM x WHERE provisioningStatus > 'enabled' | 42 | no order",
                "SELECT * FROM x WHERE iotHubs < 'a.b' | 31 | no order",
                "SELECT * FROM x WHERE createdDateTimeUtc > 'yesterday' | 44 | a time in single quotes",
                "SELECT * FROM x WHERE createdDateTimeUtc > '2026-02-30' | 44 | a time in single quotes",
                "SELECT * FROM x WHERE (registrationId = 'a' | 44 | expected AND, OR or ')', found the end",
                "SELECT * FROM x WHERE registrationId = 'a') | 43 | expected the end of the query, found ')'",
                "SELECT * FROM x WHERE registrationId = 'a' ORDER BY registrationId | 44 | found 'ORDER'",
                "SELECT * FROM x WHERE registrationId = 'a' AND | 47 | expected a field, found the end",
                "SELECT * FROM x WHERE AND registrationId = 'a' | 23 | found 'AND'",
                "SELECT * FROM x WHERE registrationId IN () | 42 | found ')'",
                "SELECT * FROM x WHERE registrationId IN ('a'] | 45 | ',' or ')'",
                "SELECT * FROM x WHERE registrationId NOT = 'a' | 42 | expected IN",
                "SELECT * FROM x WHERE registrationId IS 'a' | 41 | NULL or NOT NULL",
                "SELECT * FROM x WHERE tags.a = 1.2.3 | 32 | a number",
                "SELECT * FROM x WHERE tags.a = 12345678901234567890123456789012345678901 | 32 | a number",
                "SELECT * FROM x WHERE tags. = 1 | 29 | expected a name after the dot",
                "SELECT * FROM x WHERE tags['a = 1 | 28 | closing quote",
                "SELECT * FROM x WHERE tags = 1 | 23 | expected a field",
                "SELECT * FROM x WHERE STARTSWITH(tags.a, 5) | 42 | a text in single quotes",
                "SELECT * FROM x WHERE STARTSWITH(tags.a 'b') | 41 | expected ','",
                "SELECT * FROM x WHERE y.registrationId = 'a' | 23 | expected a field",
                "SELECT * FROM x y z | 19 | expected the end",
                "SELECT * FROM x; | 16 | no meaning",
            })
    void refusalShouldSayWhereAndWhy(String text, int position, String why) {
        ProvisioningException refusal = refusal(text);
        assertThat(refusal.problem().detail())
                .startsWith("query, character " + position + ": ")
                .contains(why);
        assertThat(refusal.problem().facts())
                .containsEntry("field", "query")
                .containsEntry("position", Integer.toString(position));
    }

    @Test
    void boundsShouldHold() {
        String where = "SELECT * FROM x WHERE ";
        assertThat(refusal("*" + " ".repeat(QueryText.LONGEST)).getMessage()).contains("at most 8192 characters");
        assertThat(found(where + "(".repeat(31) + "deviceId IS NULL" + ")".repeat(31)))
                .isEqualTo("bare third");
        assertThat(refusal(where + "(".repeat(32) + "deviceId IS NULL" + ")".repeat(32))
                        .getMessage())
                .contains("more than 32 levels");
        assertThat(refusal(where + "NOT ".repeat(2000) + "deviceId IS NULL").getMessage())
                .contains("more than 32 levels");
        String many = Stream.generate(() -> "'bare'").limit(200).collect(Collectors.joining(","));
        assertThat(found(where + "registrationId IN (" + many + ")")).isEqualTo("bare");
        assertThat(refusal(where + "registrationId IN (" + many + ",'bare')").getMessage())
                .contains("at most 200 values");
        assertThat(refusal(where + "tags" + ".a".repeat(30) + " = 1").getMessage())
                .contains("character");
        assertThat(refusal(where + "registrationId = 'a\u0000'").getMessage()).contains("control character");
    }

    @Test
    void anyTextShouldBeUnderstoodOrRefused() {
        String[] words = {
            "SELECT",
            "*",
            "FROM",
            "x",
            "WHERE",
            "AND",
            "OR",
            "NOT",
            "IN",
            "IS",
            "NULL",
            "(",
            ")",
            "[",
            "]",
            ",",
            ".",
            "=",
            "!=",
            "<",
            ">=",
            "'a'",
            "'",
            "5",
            "-",
            "1e9",
            "true",
            "registrationId",
            "tags",
            "STARTSWITH",
            "\"",
            "provisioningStatus",
            "'enabled'",
            "createdDateTimeUtc",
            "'2026-01-01'",
            "\u00e9",
            "\u0001",
            ";",
            "iotHubs"
        };
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(random.nextInt(14), 0, words.length)
                    .mapToObj(word -> words[word])
                    .collect(Collectors.joining(
                            random.nextBoolean() ? " " : "", random.nextBoolean() ? "SELECT * FROM x WHERE " : "", ""));
            assertThatCode(() -> understand(text))
                    .as("seed %d, text <%s>", seed, text)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void groupsAndRegistrationsShouldHaveFieldsOfTheirOwn() {
        Condition<?> everything = QueryText.groups("*");
        assertThat(everything).isEqualTo(new Condition.Everything<>());
        String where = "SELECT * FROM x WHERE ";
        assertThat(QueryText.groups(where + "enrollmentGroupId='SOME-GROUP' AND provisioningStatus='enabled'")
                        .of(SomeGroups.someGroup()))
                .isEqualTo(Truth.TRUE);
        assertThat(QueryText.registrations(where
                                + "registrationId='some-device' AND assignedHub='"
                                + SomeHubs.HUB_A.value().toUpperCase()
                                + "' AND status='assigned' AND deviceId='some-device'")
                        .of(SomeRegistrations.assignedRegistration("some-device", SomeHubs.HUB_A)))
                .isEqualTo(Truth.TRUE);
        assertThat(QueryText.registrations(where + "status='unassigned' AND assignedHub IS NULL")
                        .of(SomeRegistrations.someRegistration()))
                .isEqualTo(Truth.TRUE);
    }

    private static void understand(String text) {
        try {
            Condition<IndividualEnrollment> condition = QueryText.enrollments(text);
            ENTRIES.forEach(condition::of);
            condition.keys();
        } catch (ProvisioningException refused) {
            assertThat(refused.getMessage()).contains("query, character ");
        }
    }

    private static String found(String text) {
        Condition<IndividualEnrollment> condition = QueryText.enrollments(text);
        return ENTRIES.stream()
                .filter(entry -> condition.of(entry) == Truth.TRUE)
                .peek(entry -> assertThat(
                                condition.keys().contains(entry.registrationId().canonical()))
                        .as("what is found lies in the stretch that is looked at")
                        .isTrue())
                .map(entry -> entry.registrationId().value())
                .collect(Collectors.joining(" "));
    }

    private static ProvisioningException refusal(String text) {
        try {
            QueryText.enrollments(text);
        } catch (ProvisioningException refused) {
            return refused;
        }
        throw new AssertionError("understood <" + text + ">");
    }
}
