package io.fairlead.adapters.rest.service;

import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditSubject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registration records through the operators' door. */
@TestInstance(Lifecycle.PER_CLASS)
class RegistrationStateApiTest {
    /** Base64 of the quoted tag {@code etag-2}, as it stands in the body. */
    private static final String BODY_TAG = "ImV0YWctMiI=";

    private Slice slice;

    @BeforeAll
    void start() {
        slice = new Slice();
    }

    @AfterAll
    void stop() {
        slice.close();
    }

    @Test
    void getShouldShowTheRecord() {
        slice.keep(SomeRegistrations.assignedRegistration("shown", SomeHubs.HUB_A));

        Answer answer = slice.asOwner("GET", path("SHOWN", VERSION)).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"etag-2\"");
        assertThat(answer.text())
                .isEqualTo("{\"registrationId\":\"shown\",\"createdDateTimeUtc\":\"2026-03-01T08:00:00.1234560Z\","
                        + "\"assignedHub\":\"hub-a.example.com\",\"deviceId\":\"shown\",\"status\":\"assigned\","
                        + "\"substatus\":\"initialAssignment\",\"lastUpdatedDateTimeUtc\":"
                        + "\"2026-03-02T09:30:00.6543210Z\",\"etag\":\"" + BODY_TAG + "\"}");
    }

    @Test
    void getShouldShowAMoveAsAssigningAndKeepTheAttestationToItself() {
        slice.keep(SomeRegistrations.fullRegistration());

        Answer answer = slice.asOwner("GET", path("full-device:1", VERSION)).send();

        assertThat(answer.json().text("status")).contains("assigning");
        assertThat(answer.json().text("assignedHub")).contains("hub-a.example.com");
        assertThat(answer.json().has("payload")).isTrue();
        assertThat(answer.json().has("errorCode")).isTrue();
        assertThat(answer.json().has("symmetricKey")).isFalse();
        assertThat(slice.asOwner("GET", path("full-device:1", "api-version=2018-04-01"))
                        .send()
                        .json()
                        .members())
                .doesNotContainKeys("payload", "substatus")
                .containsKeys("assignedHub", "errorCode");
    }

    @Test
    void individualEnrollmentShouldShowTheStateOfItsDevice() {
        String entry = "/enrollments/stated?" + VERSION;
        String body = "{\"registrationId\":\"stated\",\"attestation\":{\"type\":\"symmetricKey\"},"
                + "\"registrationState\":{\"status\":\"failed\"}}";
        Answer saved = slice.asOwner("PUT", entry).json(body).send();
        assertThat(saved.json().has("registrationState")).isFalse();
        assertThat(slice.asOwner("GET", entry).send().json().has("registrationState"))
                .isFalse();
        slice.keep(SomeRegistrations.assignedRegistration("stated", SomeHubs.HUB_A));

        Answer answer = slice.asOwner("GET", entry).send();

        String record = slice.asOwner("GET", path("stated", VERSION)).send().text();
        assertThat(answer.text()).contains("\"registrationState\":" + record);
    }

    @ParameterizedTest(name = "If-Match: {0} gives {1}")
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "##, 204",
                "*, 204",
                "ImV0YWctMiI=, 204",
                "\"ImV0YWctMiI=\", 204",
                "W/\"ImV0YWctMiI=\", 204",
                "etag-2, 204",
                "\"etag-2\", 204",
                "etag-1, 412",
                "ImV0YWctMSI=, 412",
                "ZXRhZy0y, 412",
            })
    void deleteShouldHoldIfMatchInEitherSpelling(String ifMatch, int status) {
        slice.asOwner("DELETE", path("matched", VERSION)).send();
        slice.keep(SomeRegistrations.assignedRegistration("matched", SomeHubs.HUB_A));

        Answer answer = slice.asOwner("DELETE", path("matched", VERSION))
                .header("If-Match", ifMatch)
                .send();

        if (status == 412) answer.refuses(412001);
        else assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void deleteShouldForgetTheDeviceAndLeaveATrace() {
        slice.keep(SomeRegistrations.assignedRegistration("forgotten", SomeHubs.HUB_A));

        assertThat(slice.asOwner("DELETE", path("forgotten", VERSION)).send().status())
                .isEqualTo(204);

        slice.asOwner("GET", path("forgotten", VERSION)).send().refuses(404202);
        slice.asOwner("DELETE", path("forgotten", VERSION)).send().refuses(404202);
        assertThat(slice.audited(AuditSubject.device(new RegistrationId("forgotten"))))
                .singleElement()
                .asString()
                .contains("RECORD_REMOVED");
    }

    @Test
    void deleteShouldBeRefusedWhileTheDeviceIsBeingAssigned() {
        slice.keep(SomeRegistrations.someRegistration("busy")
                .running(
                        SomeRegistrations.RUNNING_OPERATION,
                        SomeRegistrations.someRegistration("busy").entry(),
                        slice.clock.instant(),
                        SomeRegistrations.someRegistration("busy").etag()));

        Answer answer = slice.asOwner("DELETE", path("busy", VERSION)).send().refuses(409001);

        assertThat(answer.message()).contains("while the device is being assigned");
    }

    private static String path(String id, String version) {
        return "/registrations/" + id + "?" + version;
    }
}
