package io.fairlead.adapters.rest.service;

import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Http;
import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeRegistrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries over HTTP: pages, continuation, item types. */
class QueryApiTest {
    private static final String ALL = "{\"query\":\"SELECT * FROM enrollments\"}";

    private Slice slice;

    @BeforeEach
    void fill() {
        slice = new Slice();
        slice.records.write(stores -> {
            IntStream.range(0, 25).forEach(i -> {
                stores.enrollments().insert(SomeEnrollments.someEnrollment("Device-" + (100 + i)));
                stores.groups().insert(SomeGroups.someGroup("Group-" + (100 + i)));
                stores.registrations().insert(SomeRegistrations.inGroup("Member-" + (100 + i), "Fleet"));
            });
            stores.registrations().insert(SomeRegistrations.inGroup("stranger", "other"));
            return stores.registrations().insert(SomeRegistrations.assignedRegistration("loner", SomeHubs.HUB_A));
        });
    }

    @AfterEach
    void close() {
        slice.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/enrollments/query, Enrollment, registrationId, Device-",
        "/enrollments/QUERY/, Enrollment, registrationId, Device-",
        "/enrollmentgroups/query, EnrollmentGroup, enrollmentGroupId, Group-",
        "/registrations/Fleet/query, DeviceRegistration, registrationId, Member-",
        "/registrations/FLEET/query, DeviceRegistration, registrationId, Member-",
    })
    void everyListShouldBeWalkedPageByPage(String path, String itemType, String id, String prefix) {
        List<String> ids = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String continuation = null;
        do {
            Answer answer = ask(path, ALL, "10", continuation).send();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("x-ms-item-type")).isEqualTo(itemType);
            assertThat(answer.header("x-ms-max-item-count")).isEqualTo("10");
            List<String> page = ids(answer, id);
            ids.addAll(page);
            sizes.add(page.size());
            continuation = answer.header("x-ms-continuation");
        } while (continuation != null);
        assertThat(sizes).containsExactly(10, 10, 5);
        assertThat(ids)
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> prefix + (100 + i)).toList());
    }

    @ParameterizedTest(name = "size {0}")
    @CsvSource({"'', 100", "0, 100", "1000, 1000", "1001, 1000", "999999999, 1000", "' 7 ', 7"})
    void sizeShouldHaveAUsualAndALargestValue(String asked, String used) {
        Answer answer = ask("/enrollments/query", ALL, asked, null).send();

        assertThat(answer.header("x-ms-max-item-count")).isEqualTo(used);
    }

    @ParameterizedTest(name = "size {0}")
    @ValueSource(strings = {"-1", "ten", "1.5", "99999999999", "0x10"})
    void sizeShouldBeRefusedWhenItIsNone(String asked) {
        Answer answer = ask("/enrollments/query", ALL, asked, null).send();

        assertThat(answer.refuses(400004).message()).contains("x-ms-max-item-count");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"", "{}", "{\"query\":\"\"}", "{\"query\":\"*\"}", "{\"query\":\"  select * from anything \"}"})
    void everythingShouldBeReturnedHoweverItIsAskedFor(String body) {
        Answer answer = ask("/enrollments/query", body, "1000", null).send();

        assertThat(ids(answer, "registrationId")).hasSize(25);
        assertThat(answer.header("x-ms-continuation")).isNull();
    }

    @Test
    void conditionShouldBeAppliedAndItsMistakesShown() {
        String members = "{\"query\":\"SELECT * FROM x WHERE registrationId > 'member-122'\"}";
        assertThat(ids(ask("/registrations/fleet/query", members, null, null).send(), "registrationId"))
                .containsExactly("Member-123", "Member-124");
        String some =
                "{\"query\":\"SELECT * FROM x WHERE provisioningStatus='enabled' AND registrationId='DEVICE-107'\"}";
        assertThat(ids(ask("/enrollments/query", some, "10", null).send(), "registrationId"))
                .containsExactly("Device-107");
        Answer refusal = ask(
                        "/enrollmentGroups/query",
                        "{\"query\":\"SELECT * FROM x WHERE registrationId='a'\"}",
                        null,
                        null)
                .send()
                .refuses(400004);
        assertThat(refusal.message()).contains("character 23", "enrollmentGroupId");
        assertThat(refusal.text()).contains("\"position\":\"23\"");
    }

    @Test
    void itemsShouldBeWholeAndWithoutKeys() {
        slice.records.write(stores -> stores.enrollments().insert(SomeEnrollments.fullEnrollment()));

        Answer answer = ask("/enrollments/query", ALL, "1000", null).send();

        assertThat(answer.text()).contains("\"initialTwin\"", "\"optionalDeviceInformation\"", "\"etag\"");
        String key = SomeEnrollments.fullEnrollment()
                .terms()
                .attestation()
                .match(x509 -> "", symmetric -> symmetric.keys().primary().base64(), tpm -> "");
        assertThat(answer.text()).contains("\"primaryKey\":\"\"").doesNotContain(key);
    }

    @Test
    void aGroupNobodyEverHadShouldHaveNoRecords() {
        Answer answer = ask("/registrations/nobody/query", "", null, null).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("[]");
    }

    @Test
    void tokenShouldHoldAtAnotherServerWithTheKeyAndNowhereElse() {
        String token = continuation("/enrollments/query", ALL);
        try (Slice other = new Slice()) {
            other.records.write(stores -> stores.enrollments().insert(SomeEnrollments.someEnrollment("Device-109")));
            other.records.write(stores -> stores.enrollments().insert(SomeEnrollments.someEnrollment("Device-110")));
            Answer answer = other.asOwner("POST", "/enrollments/query?" + VERSION)
                    .header("x-ms-continuation", token)
                    .json(ALL)
                    .send();
            assertThat(ids(answer, "registrationId")).containsExactly("Device-110");
        }
        refused("/enrollmentGroups/query", ALL, token);
        refused("/registrations/fleet/query", ALL, token);
        refused("/enrollments/query", "{\"query\":\"*\"}", token);
        refused("/registrations/other/query", ALL, continuation("/registrations/fleet/query", ALL));
    }

    @Test
    void tokenShouldBeRefusedWhenAnyCharacterIsChanged() {
        String token = continuation("/enrollments/query", ALL);
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            refused("/enrollments/query", ALL, token.substring(0, i) + other + token.substring(i + 1));
        }
        refused("/enrollments/query", ALL, token.substring(0, 43));
        refused("/enrollments/query", ALL, token + "AAAA");
        refused("/enrollments/query", ALL, "not a token");
        refused("/enrollments/query", ALL, "A".repeat(4000));
    }

    @Test
    void tokenShouldNotShowTheKeyThatItIsSealedWith() {
        assertThat(continuation("/enrollments/query", ALL)).hasSizeLessThan(100).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void postToAnotherIdShouldBeNoMethod() {
        Answer answer = slice.asOwner("POST", "/enrollments/dev-1?" + VERSION)
                .json("{}")
                .send();

        assertThat(answer.refuses(405001).header("Allow"))
                .contains("GET")
                .contains("PUT")
                .contains("DELETE");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/enrollments/query", "/enrollmentGroups/query", "/registrations/fleet/query"})
    void queriesShouldBeForOperators(String path) {
        slice.request("POST", path + "?" + VERSION).json(ALL).send().refuses(401002);
        slice.asOwner("POST", path).json(ALL).send().refuses(400004);
        ask(path, "{\"query\":7}", null, null).send().refuses(400004);
        ask(path, "[]", null, null).send().refuses(400004);
    }

    private void refused(String path, String body, String token) {
        assertThat(ask(path, body, "10", token).send().refuses(400004).message())
                .contains("x-ms-continuation");
    }

    private String continuation(String path, String body) {
        return Optional.of(ask(path, body, "10", null).send().header("x-ms-continuation"))
                .orElseThrow();
    }

    private Http ask(String path, String body, String size, String continuation) {
        return slice.asOwner("POST", path + "?" + VERSION)
                .header("x-ms-max-item-count", size)
                .header("x-ms-continuation", continuation)
                .json(body);
    }

    private static List<String> ids(Answer answer, String member) {
        return ((List<?>) JsonText.parse(answer.body()))
                .stream()
                        .map(item -> JsonMembers.root(item).text(member).orElseThrow())
                        .toList();
    }
}
