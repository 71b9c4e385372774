package io.fairlead.adapters.rest.device;

import static io.fairlead.adapters.rest.server.Slice.SCOPE;
import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.RememberingDevices;
import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.attestation.SharedAccessProof;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class DeviceApiTest {
    private static final String OPERATION = RememberingDevices.OPERATION.value();
    private static final String ASSIGNING = "{\"operationId\":\"" + OPERATION + "\",\"status\":\"assigning\"}";
    private static final String POLL = "/" + SCOPE + "/registrations/dev-1/operations/" + OPERATION;

    private Slice slice;

    @BeforeAll
    void start() {
        slice = new Slice();
    }

    @AfterAll
    void stop() {
        slice.close();
    }

    @BeforeEach
    void assign() {
        slice.devices.answer(
                OperationStatus.ASSIGNED,
                SomeRegistrations.assignedRegistration("dev-1", SomeHubs.HUB_A),
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(OperationStatus.class)
    void registerShouldPromiseWith202WhateverTheState(OperationStatus status) {
        slice.devices.answer(
                status, SomeRegistrations.someRegistration("dev-1"), Optional.of(SomeRegistrations.someFailure()));

        Answer answer =
                slice.register("dev-1", "{\"registrationId\":\"dev-1\"}").send();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo(ASSIGNING);
        assertThat(answer.header("Retry-After")).isEqualTo("3");
        assertThat(answer.header("Location"))
                .startsWith("http://dps.localtest")
                .endsWith("/" + SCOPE + "/registrations/dev-1/register");
    }

    @Test
    void everyAnswerShouldCarryTheCommonHeaders() {
        Answer answer = slice.register("dev-1", "{}").send();

        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(answer.header("x-ms-request-id")).startsWith("00000000-0000-0000-0000-");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=31536000");
        assertThat(answer.headers()).doesNotContainKey("x-ms-error-code");
    }

    @Test
    void registerShouldHandOnWhoAsksWhatAndHow() {
        slice.register("Dev-1", "{\"registrationId\":\"dev-1\",\"payload\":{\"a\":1.50}}")
                .send();

        assertThat(slice.devices.registered.idScope()).isEqualTo(SCOPE);
        assertThat(slice.devices.registered.registrationId().value()).isEqualTo("Dev-1");
        assertThat(slice.devices.registered.payload())
                .contains(new TwinDocument(Map.of("payload", Map.of("a", new BigDecimal("1.50")))));
        SharedAccessProof proof = (SharedAccessProof) slice.devices.registered.proof();
        assertThat(proof.resource()).isEqualTo(SCOPE + "/registrations/Dev-1");
        assertThat(proof.isSignedBy(SomeKeys.key("Dev-1"))).isTrue();
        assertThat(proof.expiry()).isEqualTo(Instant.ofEpochSecond(Slice.EXPIRY));
    }

    @Test
    void registerShouldHandOnThatNothingWasShownWhenThereIsNoToken() {
        slice.request("PUT", "/" + SCOPE + "/registrations/dev-1/register?" + VERSION)
                .send();

        assertThat(slice.devices.registered.proof()).isEqualTo(new DeviceProof.None());
        assertThat(slice.devices.registered.payload()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2017-08-31-preview, LEGACY",
        "2017-11-15, LEGACY",
        "2018-04-01, LEGACY",
        "2018-09-01-preview, NATIVE",
        "2018-11-01, NATIVE",
        "2019-03-31, NATIVE",
        "2021-06-01, NATIVE",
        "2021-10-01, NATIVE",
        "2026-04-01, NATIVE"
    })
    void registerShouldAcceptEveryVersionAndKnowTheOldOnes(String version, ReprovisioningSupport support) {
        Answer answer = slice.request("PUT", "/s/registrations/dev-1/register?api-version=" + version)
                .json("{}")
                .send();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo(ASSIGNING);
        assertThat(slice.devices.registered.support()).isEqualTo(support);
    }

    @Test
    void operationShouldAnswer202WhileItRuns() {
        slice.devices.answer(OperationStatus.RUNNING, SomeRegistrations.someRegistration("dev-1"), Optional.empty());

        Answer answer = poll();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Retry-After")).isEqualTo("3");
        assertThat(answer.text())
                .isEqualTo("{\"operationId\":\"" + OPERATION + "\",\"status\":\"assigning\",\"registrationState\":"
                        + "{\"registrationId\":\"dev-1\",\"status\":\"assigning\"}}");
        assertThat(slice.devices.polled.operationId().value()).isEqualTo(OPERATION);
        assertThat(slice.devices.polled.registrationId().value()).isEqualTo("dev-1");
    }

    @Test
    void operationShouldAnswer200WhenAssigned() {
        Answer answer = poll();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("Retry-After");
        assertThat(answer.json().text("status")).contains("assigned");
        assertThat(answer.json().object("registrationState").orElseThrow().text("assignedHub"))
                .contains(SomeHubs.HUB_A.value());
    }

    @Test
    void operationShouldAnswer200WithTheCodeInsideWhenItFailed() {
        slice.devices.answer(
                OperationStatus.FAILED,
                SomeRegistrations.someRegistration("dev-1"),
                Optional.of(new RegistrationFailure(FailureKind.NO_ELIGIBLE_HUB, "link a hub", Instant.EPOCH)));

        Answer answer = poll();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().text("status")).contains("failed");
        assertThat(answer.json().object("registrationState").orElseThrow().whole("errorCode"))
                .contains(400208L);
    }

    /** Node sends a body with this GET, Java a content type without one. */
    @Test
    void operationShouldIgnoreABody() {
        assertThat(slice.request("GET", POLL + "?" + VERSION).json("{}").send().status())
                .isEqualTo(200);
        assertThat(slice.request("GET", POLL + "?" + VERSION)
                        .header("Content-Type", "text/nonsense")
                        .body("not json".getBytes(UTF_8))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lookupShouldAnswerTheBareRecord() {
        Answer answer = slice.request("POST", "/" + SCOPE + "/registrations/dev-1?" + VERSION)
                .header("Authorization", Slice.device("dev-1"))
                .json("{\"registrationId\":\"dev-1\"}")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().text("registrationId")).contains("dev-1");
        assertThat(answer.json().text("status")).contains("assigned");
        assertThat(answer.json().members()).doesNotContainKey("operationId");
        assertThat(slice.devices.lookedUp.registrationId().value()).isEqualTo("dev-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/" + SCOPE + "/registrations/dev-1/register/",
                "/" + SCOPE + "/Registrations/dev-1/REGISTER",
                "/" + SCOPE + "/REGISTRATIONS/dev-1/register/",
                "/" + SCOPE + "/registrations/dev%2D1/register",
            })
    void registerShouldNotMindCapitalsOrATrailingSlash(String path) {
        Answer answer = slice.request("PUT", path + "?" + VERSION + "&forceRegistration=true")
                .header("Authorization", Slice.device("dev-1"))
                .json("{}")
                .send();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(slice.devices.registered.registrationId().value()).isEqualTo("dev-1");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "INVALID, 400004",
        "UNAUTHENTICATED, 401002",
        "FORBIDDEN, 403001",
        "ENROLLMENT_DISABLED, 401005",
        "NOT_ENROLLED, 404201",
        "NOT_FOUND, 404202",
        "CONFLICT, 409001",
        "PRECONDITION_FAILED, 412001",
        "THROTTLED, 429001",
        "UNAVAILABLE, 503001",
        "INTERNAL, 500001"
    })
    void everyKindOfProblemShouldHaveItsCode(Problem.Kind kind, int code) {
        slice.devices.refuse(kind, "say what to do");

        assertThat(slice.register("dev-1", "{}").send().refuses(code).message()).isEqualTo("say what to do");
        assertThat(poll().refuses(code).message()).isEqualTo("say what to do");
    }

    private Answer poll() {
        return slice.request("GET", POLL + "?" + VERSION)
                .header("Authorization", Slice.device("dev-1"))
                .send();
    }
}
