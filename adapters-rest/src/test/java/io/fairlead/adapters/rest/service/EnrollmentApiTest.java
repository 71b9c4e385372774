package io.fairlead.adapters.rest.service;

import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Slice;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class EnrollmentApiTest {
    private static final String CUSTOM = "\"allocationPolicy\":\"custom\",\"customAllocationDefinition\":"
            + "{\"webhookUrl\":\"https://allocate.example.com/\",\"apiVersion\":\"2021-10-01\"}";
    private static final String NEW = "\"allocationPolicy\":\"static\",\"iotHubs\":[\"hub-a.example.com\"],"
            + "\"reprovisionPolicy\":{\"updateHubAssignment\":true,\"migrateDeviceData\":true}";

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
    @ValueSource(strings = {"enrollments", "enrollmentGroups"})
    void putShouldCreateAndReplaceWith200AndShowTheKeysOnce(String collection) {
        String path = "/" + collection + "/made-1?" + VERSION;

        Answer created =
                slice.asOwner("PUT", path).json(body(collection, "made-1")).send();
        Answer replaced =
                slice.asOwner("PUT", path).json(body(collection, "MADE-1")).send();
        Answer read = slice.asOwner("GET", path).send();

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().text("etag")).contains(etag(created));
        assertThat(Base64.getDecoder().decode(key(created))).hasSize(64);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(etag(replaced)).isNotEqualTo(etag(created));
        assertThat(key(replaced))
                .as("the stored key is kept, and not told again")
                .isEmpty();
        assertThat(read.status()).isEqualTo(200);
        assertThat(etag(read)).isEqualTo(etag(replaced));
        assertThat(key(read)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrollments", "enrollmentGroups"})
    void deleteShouldAnswer204AndThen404(String collection) {
        String path = "/" + collection + "/gone?" + VERSION;
        slice.asOwner("PUT", path).json(body(collection, "gone")).send();

        Answer deleted = slice.asOwner("DELETE", path).send();

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        slice.asOwner("GET", path).send().refuses(404202);
        slice.asOwner("DELETE", path).send().refuses(404202);
    }

    @ParameterizedTest(name = "If-Match: {0} gives {1}")
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "\"{etag}\", 200",
                "{etag}, 200",
                "W/\"{etag}\", 200",
                "*, 200",
                "\"*\", 200",
                "##, 200",
                "\"other\", 412",
                "{etag}0, 412",
                "\"{etag}\" \"other\", 412",
                "\", 412",
                "\"\", 412",
            })
    void putShouldHoldIfMatchAgainstTheStoredVersion(String ifMatch, int status) {
        String path = "/enrollments/matched?" + VERSION;
        Answer stored =
                slice.asOwner("PUT", path).json(body("enrollments", "matched")).send();

        Answer answer = slice.asOwner("PUT", path)
                .header("If-Match", ifMatch.replace("{etag}", etag(stored)))
                .json(body("enrollments", "matched"))
                .send();

        if (status == 412) answer.refuses(412001);
        else assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"version-1\""})
    void putWithIfMatchShouldRefuseToCreate(String ifMatch) {
        slice.asOwner("PUT", "/enrollmentGroups/absent?" + VERSION)
                .header("If-Match", ifMatch)
                .json(body("enrollmentGroups", "absent"))
                .send()
                .refuses(412001);
    }

    @Test
    void deleteShouldHoldIfMatchAgainstTheStoredVersion() {
        String path = "/enrollmentGroups/kept?" + VERSION;
        Answer stored = slice.asOwner("PUT", path)
                .json(body("enrollmentGroups", "kept"))
                .send();

        slice.asOwner("DELETE", path).header("If-Match", "\"other\"").send().refuses(412001);
        Answer deleted =
                slice.asOwner("DELETE", path).header("If-Match", etag(stored)).send();

        assertThat(deleted.status()).isEqualTo(204);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "PUT, /Enrollments/case-1/",
        "PUT, /ENROLLMENTS/case-1",
        "PUT, /enrollments/CASE-1",
        "PUT, /enrollments/c%61se-1",
    })
    void pathsShouldNotMindCapitalsOrATrailingSlash(String method, String path) {
        Answer answer = slice.asOwner(method, path + "?" + VERSION)
                .json(body("enrollments", "case-1"))
                .send();

        assertThat(answer.status()).isEqualTo(200);
    }

    /** The word in small letters, as Node writes it. */
    @Test
    void groupsShouldBeFoundUnderSmallLetters() {
        Answer answer = slice.asOwner("PUT", "/enrollmentgroups/small?" + VERSION)
                .json(body("enrollmentGroups", "small"))
                .send();

        assertThat(answer.json().text("enrollmentGroupId")).contains("small");
    }

    /** What a version has no words for, a client of that version must not erase. */
    @ParameterizedTest
    @ValueSource(strings = {"enrollments", "enrollmentGroups"})
    void legacyClientsShouldNeitherSeeNorEraseWhatTheyDoNotKnow(String collection) {
        String path = "/" + collection + "/aged?";
        String full = body(collection, "aged")
                .replaceFirst("}$", "," + NEW.replace("static", "hashed"))
                .concat(",\"capabilities\":{\"iotEdge\":true}")
                .concat(collection.equals("enrollments") ? ",\"optionalDeviceInformation\":{\"shelf\":7}}" : "}");
        slice.asOwner("PUT", path + VERSION).json(full).send();
        Answer before = slice.asOwner("GET", path + VERSION).send();

        String seen =
                slice.asOwner("GET", path + "api-version=2018-04-01").send().text();
        String written = slice.asOwner("PUT", path + "api-version=2018-04-01")
                .json(collection.equals("enrollments") ? seen : body(collection, "aged"))
                .send()
                .text();

        assertThat(seen).doesNotContain("reprovisionPolicy", "iotHubs", "allocationPolicy", "optionalDevice");
        assertThat(written).doesNotContain("reprovisionPolicy", "iotHubs", "allocationPolicy", "optionalDevice");
        if (collection.equals("enrollmentGroups")) assertThat(seen).doesNotContain("capabilities");
        Answer after = slice.asOwner("GET", path + VERSION).send();
        assertThat(after.text()).isEqualTo(before.text().replace(etag(before), etag(after)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "enrollments|\"allocationPolicy\":\"geoLatency\"",
                "enrollmentGroups|\"allocationPolicy\":\"geoLatency\"",
                "enrollments|" + CUSTOM,
                "enrollmentGroups|" + CUSTOM
            })
    void legacyClientsShouldNeitherSeeNorEraseHowHubsAreChosen(String collection, String chosen) {
        String path = "/" + collection + "/aged?";
        slice.asOwner("PUT", path + VERSION)
                .json(body(collection, "aged").replaceFirst("}$", "," + Matcher.quoteReplacement(chosen) + "}"))
                .send();
        Answer before = slice.asOwner("GET", path + VERSION).send();
        assertThat(before.text()).contains(chosen);

        for (String version : List.of("2017-11-15", "2018-04-01")) {
            Answer seen = slice.asOwner("GET", path + "api-version=" + version).send();
            assertThat(seen.text()).doesNotContain("llocation", "ebhook");
            slice.asOwner("PUT", path + "api-version=" + version)
                    .json(body(collection, "aged").replaceFirst("}$", ",\"customAllocationDefinition\":7}"))
                    .send();
        }
        Answer after = slice.asOwner("GET", path + VERSION).send();
        assertThat(after.text()).isEqualTo(before.text().replace(etag(before), etag(after)));
    }

    /** Goldens: one entry, as the clients of each version read it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "2017-08-31-preview|\"iotHubHostName\":\"hub-a.example.com\"",
                "2017-11-15|\"iotHubHostName\":\"hub-a.example.com\"",
                "2018-04-01|\"iotHubHostName\":\"hub-a.example.com\"",
                "2018-09-01-preview|" + NEW,
                "2018-11-01|" + NEW,
                "2019-01-15|" + NEW,
                "2019-03-31|" + NEW,
                "2021-10-01|" + NEW,
                "2026-04-01|" + NEW,
            })
    void getShouldShowEachVersionTheFieldsItKnows(String version, String members) {
        slice.asOwner("PUT", "/enrollments/golden?" + VERSION)
                .json("{\"registrationId\":\"golden\",\"attestation\":{\"type\":\"symmetricKey\"},\"iotHubs\":"
                        + "[\"hub-a.example.com\"],\"allocationPolicy\":\"static\",\"reprovisionPolicy\":{}}")
                .send();

        Answer answer = slice.asOwner("GET", "/enrollments/golden?api-version=" + version)
                .send();

        assertThat(answer.text())
                .isEqualTo("{\"registrationId\":\"golden\",\"attestation\":{\"type\":\"symmetricKey\",\"symmetricKey\":"
                        + "{\"primaryKey\":\"\",\"secondaryKey\":\"\"}},\"capabilities\":{\"iotEdge\":false}," + members
                        + ",\"provisioningStatus\":\"enabled\",\"etag\":\""
                        + etag(answer)
                        + "\",\"createdDateTimeUtc\":\"2026-03-03T10:00:00.0000000Z\","
                        + "\"lastUpdatedDateTimeUtc\":\"2026-03-03T10:00:00.0000000Z\"}");
    }

    private static String body(String collection, String id) {
        String name = collection.equals("enrollments") ? "registrationId" : "enrollmentGroupId";
        return "{\"" + name + "\":\"" + id + "\",\"attestation\":{\"type\":\"symmetricKey\"}}";
    }

    private static String etag(Answer answer) {
        return answer.header("ETag").replace("\"", "");
    }

    private static String key(Answer answer) {
        return answer.json()
                .object("attestation")
                .flatMap(attestation -> attestation.object("symmetricKey"))
                .flatMap(keys -> keys.text("primaryKey"))
                .orElseThrow();
    }
}
