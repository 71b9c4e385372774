package io.fairlead.adapters.rest.service;

import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Slice;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Several entries in one request, of both kinds alike. */
@TestInstance(Lifecycle.PER_CLASS)
class BulkApiTest {
    /** The kinds, as they are spelled. */
    enum Kind {
        ENROLLMENTS("enrollments", "registrationId"),
        GROUPS("enrollmentGroups", "enrollmentGroupId");

        private final String list;
        private final String idName;

        Kind(String list, String idName) {
            this.list = list;
            this.idName = idName;
        }

        String item(String id, String more) {
            return "{\"" + idName + "\":\"" + id + "\",\"attestation\":{\"type\":\"symmetricKey\"}" + more + "}";
        }

        String body(String mode, String... items) {
            return "{\"mode\":\"" + mode + "\",\"" + list + "\":[" + String.join(",", items) + "]}";
        }
    }

    private Slice slice;

    @BeforeAll
    void start() {
        slice = new Slice();
    }

    @AfterAll
    void stop() {
        slice.close();
    }

    @ParameterizedTest
    @EnumSource
    void createShouldAddAllAndSayNothingOfThem(Kind kind) {
        Answer answer = post(kind, kind.body("create", kind.item("new-1", ""), kind.item("new-2", "")));

        assertThat(answer.text()).isEqualTo("{\"isSuccessful\":true,\"errors\":[]}");
        assertThat(get(kind, "new-1").status()).isEqualTo(200);
        assertThat(get(kind, "new-2").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void eachItemShouldHaveItsOwnRefusal(Kind kind) {
        post(kind, kind.body("create", kind.item("there", "")));

        Answer answer = post(
                kind,
                kind.body(
                        "create",
                        kind.item("There", ""),
                        kind.item("unsound", ",\"allocationPolicy\":\"static\""),
                        kind.item("unread", ",\"initialTwin\":7"),
                        kind.item("fine", "")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().truth("isSuccessful")).contains(false);
        assertThat(errors(kind, answer)).containsExactly("There 409001", "unsound 400004", "unread 400004");
        assertThat(answer.text())
                .contains("is there already", "iotHubs: ", kind.list + "[2].initialTwin must be an object")
                .doesNotContain("Key\":\"");
        assertThat(get(kind, "fine").status()).isEqualTo(200);
        get(kind, "unsound").refuses(404202);
    }

    @ParameterizedTest
    @EnumSource
    void updateShouldMindNoTag(Kind kind) {
        post(kind, kind.body("create", kind.item("changed", "")));

        Answer answer = post(
                kind,
                kind.body(
                        "update",
                        kind.item("changed", ",\"etag\":\"stale\",\"provisioningStatus\":\"disabled\""),
                        kind.item("nobody", "")));

        assertThat(errors(kind, answer)).containsExactly("nobody 404202");
        assertThat(get(kind, "changed").json().text("provisioningStatus")).contains("disabled");
    }

    @ParameterizedTest
    @EnumSource
    void updateIfMatchETagShouldHoldEachItemsTag(Kind kind) {
        post(kind, kind.body("create", kind.item("one", ""), kind.item("two", ""), kind.item("three", "")));
        String etag = get(kind, "one").json().text("etag").orElseThrow();

        Answer answer = post(
                kind,
                kind.body(
                        "updateIfMatchETag",
                        kind.item("one", ",\"etag\":\"" + etag + "\""),
                        kind.item("two", ",\"etag\":\"" + etag + "\""),
                        kind.item("three", ""),
                        kind.item("four", ",\"etag\":\"*\"")));

        assertThat(errors(kind, answer)).containsExactly("two 412001", "three 400004", "four 404202");
        assertThat(answer.text()).contains(kind.list + "[2].etag: is missing");
    }

    @ParameterizedTest
    @EnumSource
    void deleteShouldNeedTheIdAlone(Kind kind) {
        post(kind, kind.body("create", kind.item("away-1", ""), kind.item("away-2", "")));

        Answer answer = post(
                kind,
                kind.body(
                        "delete", "{\"" + kind.idName + "\":\"away-1\"}", kind.item("AWAY-2", ""), kind.item("x", "")));

        assertThat(errors(kind, answer)).containsExactly("x 404202");
        get(kind, "away-1").refuses(404202);
        get(kind, "away-2").refuses(404202);
    }

    @ParameterizedTest
    @EnumSource
    void moreThanTenShouldBeRefusedWhole(Kind kind) {
        String[] eleven =
                IntStream.range(0, 11).mapToObj(i -> kind.item("many-" + i, "")).toArray(String[]::new);

        Answer answer = post(kind, kind.body("create", eleven));

        assertThat(answer.refuses(400004).message()).isEqualTo(kind.list + " must hold 1 to 10 items, not 11");
        get(kind, "many-0").refuses(404202);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"enrollments\":[{\"registrationId\":\"a\"}]}|mode|is missing",
                "{\"mode\":\"replace\",\"enrollments\":[]}|mode|create, update, updateIfMatchETag, delete",
                "{\"mode\":\"create\"}|enrollments|must hold 1 to 10 items, not 0",
                "{\"mode\":\"create\",\"enrollments\":{}}|enrollments|must be an array",
                "{\"mode\":\"create\",\"enrollments\":[7]}|enrollments[0]|must be an object",
                "{\"mode\":\"create\",\"enrollments\":[{}]}|enrollments[0].registrationId|is missing",
                "{\"mode\":\"delete\",\"enrollments\":[{\"registrationId\":\"a b\"}]}|enrollments[0].registrationId|1 to 128",
                "{\"mode\":\"delete\",\"enrollments\":[{\"registrationId\":\"a\"},{\"registrationId\":\"A\"}]}"
                        + "|enrollments[1].registrationId|stands there twice",
            })
    void whatCannotBeToldByIdShouldBeRefusedWhole(String body, String field, String complaint) {
        Answer answer = slice.asOwner("POST", "/enrollments?" + VERSION)
                .json(body)
                .send()
                .refuses(400004);

        assertThat(answer.message()).startsWith(field + " ").contains(complaint);
        assertThat(answer.json().object("info").orElseThrow().text("field")).contains(field);
    }

    private Answer post(Kind kind, String body) {
        return slice.asOwner("POST", "/" + kind.list + "/?" + VERSION)
                .json(body)
                .send();
    }

    private Answer get(Kind kind, String id) {
        return slice.asOwner("GET", "/" + kind.list + "/" + id + "?" + VERSION).send();
    }

    private static List<String> errors(Kind kind, Answer answer) {
        return answer.json().list("errors").orElseThrow().stream()
                .map(JsonMembers::root)
                .map(error -> error.text(kind.idName).orElseThrow() + " "
                        + error.whole("errorCode").orElseThrow())
                .collect(Collectors.toList());
    }
}
