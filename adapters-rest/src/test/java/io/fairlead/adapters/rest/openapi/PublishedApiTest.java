package io.fairlead.adapters.rest.openapi;

import static io.fairlead.adapters.rest.server.Slice.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.RememberingDevices;
import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every operation, and every error that a client can get, is as DPS describes it, whichever version a client asks for. The
 * description is that of 2021-10-01; earlier ones were never published in this form, and have only less.
 */
class PublishedApiTest {
    private static final String ATTESTATION = "\"attestation\":{\"type\":\"symmetricKey\"}";
    private static final String FULL = ATTESTATION
            + ",\"capabilities\":{\"iotEdge\":true},\"allocationPolicy\":\"hashed\",\"iotHubs\":[\"hub-a.example.com\"],"
            + "\"initialTwin\":{\"tags\":{\"site\":\"oslo\",\"version\":3},\"properties\":{\"desired\":{\"rate\":1.5,"
            + "\"nested\":{\"on\":true}}}},\"provisioningStatus\":\"disabled\",\"reprovisionPolicy\":{},"
            + "\"optionalDeviceInformation\":{\"shelf\":7}";

    /** What operators can ask for, each with a body that would do. */
    private static final Map<String, String> OPERATIONS = new TreeMap<>(Map.of(
            "PUT /enrollments/one", "{\"registrationId\":\"one\",\"deviceId\":\"pump\"," + FULL + "}",
            "GET /enrollments/one", "",
            "POST /enrollments/one/attestationmechanism", "{}",
            "POST /enrollments", "{\"mode\":\"create\",\"enrollments\":[{\"registrationId\":\"two\"}]}",
            "PUT /enrollmentGroups/fleet", "{\"enrollmentGroupId\":\"fleet\"," + FULL + "}",
            "GET /enrollmentGroups/fleet", "",
            "POST /enrollmentGroups/fleet/attestationmechanism", "{}",
            "POST /enrollmentGroups", "{\"mode\":\"delete\",\"enrollmentGroups\":[{\"enrollmentGroupId\":\"two\"}]}",
            "GET /registrations/one", "",
            "DELETE /registrations/one", ""));

    private static final List<String> QUERIES =
            List.of("/enrollments/query", "/enrollmentGroups/query", "/registrations/Full-Group:1/query");

    @ParameterizedTest
    @ValueSource(strings = {"2018-04-01", "2019-03-31", "2021-10-01"})
    void everyOperationOfOperatorsShouldSucceedAsDescribed(String version) {
        try (CheckedSlice api = new CheckedSlice(version)) {
            api.slice.keep(SomeRegistrations.assignedRegistration("one", SomeHubs.HUB_A));
            api.slice.keep(SomeRegistrations.fullRegistration());
            api.operator("PUT", "/enrollments/one", OPERATIONS.get("PUT /enrollments/one"));
            api.operator("PUT", "/enrollmentGroups/fleet", OPERATIONS.get("PUT /enrollmentGroups/fleet"));
            OPERATIONS.forEach((request, body) -> api.operator(request.split(" ")[0], request.split(" ")[1], body));
            api.operator("GET", "/registrations/Full-Device:1", "");
            api.operator(
                    "POST",
                    "/enrollments",
                    "{\"mode\":\"create\",\"enrollments\":[{\"registrationId\":\"three\"," + ATTESTATION + "}]}");
            for (String path : QUERIES) {
                Answer page = api.operator("POST", path, "{\"query\":\"*\"}");
                assertThat(page.text()).as(path).startsWith("[{");
            }
            api.operator("DELETE", "/enrollments/one", "");
            api.operator("DELETE", "/enrollmentGroups/fleet", "");

            assertThat(api.service.notSeen()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-04-01", "2019-03-31", "2021-10-01"})
    void everyOperationOfDevicesShouldSucceedAsDescribed(String version) {
        try (CheckedSlice api = new CheckedSlice(version)) {
            String poll = "/registrations/dev-1/operations/" + RememberingDevices.OPERATION;
            for (OperationStatus status : OperationStatus.values()) {
                api.slice.devices.answer(status, SomeRegistrations.fullRegistration(), Optional.empty());
                api.device("PUT", "/registrations/dev-1/register", "{\"registrationId\":\"dev-1\",\"payload\":{}}");
                api.device("GET", poll, "");
                api.device("POST", "/registrations/dev-1", "{\"registrationId\":\"dev-1\"}");
            }
            assertThat(api.device.notSeen()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-04-01", "2019-03-31", "2021-10-01"})
    void everyErrorShouldBeAsDescribed(String version) {
        try (CheckedSlice api = new CheckedSlice(version)) {
            refuseOperatorsOnEveryOperation(api);
            refuseEntries(api);
            refuseBeforeAnyDoor(api);
            Set<Long> codes = api.errorCodes();
            for (Problem.Kind kind : Problem.Kind.values()) {
                api.slice.devices.refuse(kind, "say what to do");
                api.device("PUT", "/registrations/dev-1/register", "{}");
            }
            for (FailureKind kind : FailureKind.values()) {
                codes.add(failed(api, kind));
            }

            assertThat(codes)
                    .isEqualTo(Arrays.stream(ErrorCode.values())
                            .map(code -> (long) code.code())
                            .collect(Collectors.toSet()));
        }
    }

    private static void refuseOperatorsOnEveryOperation(CheckedSlice api) {
        OPERATIONS.forEach((request, body) -> {
            String method = request.split(" ")[0];
            String path = request.split(" ")[1];
            api.checked(method, path, http -> http.json(body).header("Authorization", ""))
                    .refuses(401002);
            api.checked(method, path, http -> http.json(body).header("Authorization", "Bearer x"))
                    .refuses(401002);
            if (!path.endsWith("s") && !method.equals("PUT")) {
                api.operator(method, path, body).refuses(404202);
            }
            if (method.equals("PUT")) api.operator(method, path, "{").refuses(400004);
        });
        for (String path : QUERIES) {
            api.checked("POST", path, http -> http.json("{}").header("Authorization", ""))
                    .refuses(401002);
            api.operator("POST", path, "{\"query\":\"select * from x where what\"}")
                    .refuses(400004);
        }
    }

    private static void refuseEntries(CheckedSlice api) {
        String entry = "{\"registrationId\":\"one\"," + ATTESTATION + "}";
        api.operator("PUT", "/enrollments/one", entry.replace("}}", "},\"deviceId\":\"a b\"}"))
                .refuses(400004);
        api.checked("PUT", "/enrollments/one", http -> http.json(entry).header("If-Match", "*"))
                .refuses(412001);
        api.operator("POST", "/enrollments", "{\"mode\":\"create\",\"enrollments\":[]}")
                .refuses(400004);
        Answer mixed = api.operator(
                "POST", "/enrollments", "{\"mode\":\"update\",\"enrollments\":[{\"registrationId\":\"none\"}]}");
        assertThat(mixed.text()).contains("\"isSuccessful\":false", "400004");
        api.slice.keep(SomeRegistrations.fullRegistration());
        api.operator("DELETE", "/registrations/Full-Device:1", "").refuses(409001);
    }

    private static void refuseBeforeAnyDoor(CheckedSlice api) {
        for (String path : List.of("/enrollments/one", "/registrations/one")) {
            api.checked("PATCH", "GET", path, http -> http).refuses(405001);
        }
        api.checked("PUT", "/enrollments/one", http -> http.json("").body(new byte[98_305]))
                .refuses(413001);
        api.checked("PUT", "/enrollments/one", http -> http.json("{}").header("Content-Type", "text/plain"))
                .refuses(415001);
    }

    private static long failed(CheckedSlice api, FailureKind kind) {
        api.slice.devices.answer(
                OperationStatus.FAILED,
                SomeRegistrations.someRegistration("dev-1"),
                Optional.of(new RegistrationFailure(kind, "say what to do", SomeMoments.NOW)));
        return api.device("GET", "/registrations/dev-1/operations/" + RememberingDevices.OPERATION, "")
                .json()
                .object("registrationState")
                .flatMap(state -> state.whole("errorCode"))
                .orElseThrow();
    }

    @Test
    void theValidatorShouldComplainAboutWhatIsNotDescribed() {
        PublishedApi device = new PublishedApi(ContractFolder.DEVICE);
        String path = "/" + SCOPE + "/registrations/dev-1";
        Map<String, String> json = Map.of("Content-Type", "application/json");
        for (String body : List.of(
                "{\"registrationId\":7}",
                "{\"status\":\"moving\"}",
                "{\"createdDateTimeUtc\":\"today\"}",
                "{\"x\":1}")) {
            assertThatThrownBy(() -> device.check("POST", path, new Answer(200, json, body.getBytes())))
                    .as(body)
                    .isInstanceOf(AssertionError.class);
        }
    }
}
