package io.fairlead.adapters.rest.service;

import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.domain.fixture.SomeKeys;
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
    private static final String NEW = "\"allocationPolicy\":\"static\",\"iotHubs\":[\"hub-a.example\"],"
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
        assertThat(created.header("ETag")).isEqualTo("\"version-1\"");
        assertThat(created.json().text("etag")).contains("version-1");
        assertThat(key(created)).isEqualTo(SomeKeys.keys("generated").primary().base64());
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.header("ETag")).isEqualTo("\"version-2\"");
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"version-2\"");
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
                "\"version-1\", 200",
                "version-1, 200",
                "W/\"version-1\", 200",
                "*, 200",
                "\"*\", 200",
                "##, 200",
                "\"version-0\", 412",
                "version-10, 412",
                "\"VERSION-1\", 412",
                "\"version-1\" \"version-2\", 412",
                "\", 412",
                "\"\", 412",
            })
    void putShouldHoldIfMatchAgainstTheStoredVersion(String ifMatch, int status) {
        String path = "/enrollments/matched?" + VERSION;
        slice.asOwner("DELETE", path).send();
        slice.asOwner("PUT", path).json(body("enrollments", "matched")).send();

        Answer answer = slice.asOwner("PUT", path)
                .header("If-Match", ifMatch)
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
        slice.asOwner("PUT", path).json(body("enrollmentGroups", "kept")).send();

        slice.asOwner("DELETE", path).header("If-Match", "\"other\"").send().refuses(412001);
        Answer deleted =
                slice.asOwner("DELETE", path).header("If-Match", "version-1").send();

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

    @Test
    void legacyClientsShouldNotBeAbleToSayAPolicy() {
        slice.asOwner("PUT", "/enrollments/old?api-version=2018-04-01")
                .json(
                        "{\"registrationId\":\"old\",\"attestation\":{\"type\":\"symmetricKey\"},\"reprovisionPolicy\":{}}")
                .send();

        assertThat(slice.enrollments.lastDraft().canSayReprovisionPolicy()).isFalse();
        assertThat(slice.enrollments.lastDraft().reprovisionPolicy()).isEmpty();
    }

    /** Goldens: one entry, as the clients of each version read it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "2017-08-31-preview|\"iotHubHostName\":\"hub-a.example\"",
                "2017-11-15|\"iotHubHostName\":\"hub-a.example\"",
                "2018-04-01|\"iotHubHostName\":\"hub-a.example\"",
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
                        + "[\"hub-a.example\"],\"allocationPolicy\":\"static\",\"reprovisionPolicy\":{}}")
                .send();

        Answer answer = slice.asOwner("GET", "/enrollments/golden?api-version=" + version)
                .send();

        assertThat(answer.text())
                .isEqualTo("{\"registrationId\":\"golden\",\"attestation\":{\"type\":\"symmetricKey\",\"symmetricKey\":"
                        + "{\"primaryKey\":\"\",\"secondaryKey\":\"\"}},\"capabilities\":{\"iotEdge\":false}," + members
                        + ",\"provisioningStatus\":\"enabled\",\"etag\":\""
                        + answer.header("ETag").replace("\"", "")
                        + "\",\"createdDateTimeUtc\":\"2026-03-01T08:00:00.1234560Z\","
                        + "\"lastUpdatedDateTimeUtc\":\"2026-03-02T09:30:00.6543210Z\"}");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /enrollments",
        "POST, /enrollments/",
        "POST, /enrollmentGroups",
        "POST, /enrollments/dev-1/attestationmechanism",
        "POST, /enrollmentgroups/fleet/attestationmechanism",
        "POST, /enrollmentGroups/fleet/attestationMechanism",
        "GET, /registrations/dev-1",
        "DELETE, /registrations/dev-1",
    })
    void whatIsNotServedYetShouldSaySo(String method, String path) {
        Answer answer = slice.asOwner(method, path + "?" + VERSION).json("{}").send();

        assertThat(answer.refuses(501001).message()).contains("not part of this version of the service");
        slice.request(method, path + "?" + VERSION).send().refuses(401002);
    }

    private static String body(String collection, String id) {
        String name = collection.equals("enrollments") ? "registrationId" : "enrollmentGroupId";
        return "{\"" + name + "\":\"" + id + "\",\"attestation\":{\"type\":\"symmetricKey\"}}";
    }

    private static String key(Answer answer) {
        return answer.json()
                .object("attestation")
                .flatMap(attestation -> attestation.object("symmetricKey"))
                .flatMap(keys -> keys.text("primaryKey"))
                .orElseThrow();
    }
}
