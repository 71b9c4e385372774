package io.fairlead.adapters.wire.registration;

import static io.fairlead.adapters.wire.fixture.WireFixtures.UPDATED;
import static io.fairlead.adapters.wire.fixture.WireFixtures.assigned;
import static io.fairlead.adapters.wire.fixture.WireFixtures.failure;
import static io.fairlead.adapters.wire.fixture.WireFixtures.unseen;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Goldens: the texts that devices get, character for character. */
class RegistrationJsonTest {
    private static final OperationId OPERATION = new OperationId("4.316aac5bdc130deb.0c7b");

    @Test
    void promiseShouldBeTheOperationAloneWhateverItsState() {
        for (OperationStatus status : OperationStatus.values()) {
            assertThat(text(OperationJson.promise(report(status, assigned(), Optional.empty()))))
                    .isEqualTo("{\"operationId\":\"4.316aac5bdc130deb.0c7b\",\"status\":\"assigning\"}");
        }
    }

    @Test
    void progressShouldShowNoAssignmentWhileTheOperationRuns() {
        assertThat(text(OperationJson.progress(report(OperationStatus.RUNNING, assigned(), Optional.empty()))))
                .isEqualTo("{\"operationId\":\"4.316aac5bdc130deb.0c7b\",\"status\":\"assigning\","
                        + "\"registrationState\":{\"registrationId\":\"Dev-1\",\"status\":\"assigning\"}}");
    }

    @Test
    void progressShouldShowTheAssignmentWhenTheOperationEndedWell() {
        assertThat(text(OperationJson.progress(report(OperationStatus.ASSIGNED, assigned(), Optional.empty()))))
                .isEqualTo("{\"operationId\":\"4.316aac5bdc130deb.0c7b\",\"status\":\"assigned\",\"registrationState\":"
                        + ASSIGNED + "}");
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void progressShouldCarryCodeAndMessageWhenTheOperationFailed(FailureKind kind) {
        Map<String, Object> tree = progress(report(OperationStatus.FAILED, unseen(), Optional.of(failure(kind))));

        assertThat(tree).containsEntry("status", "failed").containsKey("operationId");
        assertThat(state(tree))
                .containsEntry("registrationId", "Dev-1")
                .containsEntry("status", "failed")
                .containsEntry("errorCode", (long) ErrorCode.of(kind).code())
                .containsEntry("errorMessage", "say what to do")
                .doesNotContainKeys("assignedHub", "deviceId", "substatus", "payload", "symmetricKey");
    }

    /** Seen from the Java client: a failure without a code once left it waiting for ever. */
    @Test
    void progressShouldInventACodeWhenAFailureLeftNone() {
        Map<String, Object> tree = progress(report(OperationStatus.FAILED, unseen(), Optional.empty()));

        assertThat(state(tree)).containsEntry("errorCode", 500001L).containsKey("errorMessage");
    }

    @Test
    void progressShouldKeepShowingAGoodAssignmentBesideAFailure() {
        Map<String, Object> tree =
                progress(report(OperationStatus.FAILED, assigned(), Optional.of(failure(FailureKind.NO_ELIGIBLE_HUB))));

        assertThat(state(tree))
                .containsEntry("status", "failed")
                .containsEntry("errorCode", 400208L)
                .containsEntry("assignedHub", "hub-a.example");
    }

    @Test
    void writeShouldGiveTheBareRecord() {
        assertThat(text(RegistrationJson.write(assigned()))).isEqualTo(ASSIGNED);
    }

    @Test
    void writeShouldShowTheLastErrorBesideAGoodAssignment() {
        RegistrationFailure error = failure(FailureKind.HUB_REFUSED);
        DeviceRegistration record = assigned().failed(OPERATION, error, UPDATED, new ETag("t"));

        Map<String, Object> tree =
                JsonText.parseObject(RegistrationJson.write(record)).members();

        assertThat(tree)
                .containsEntry("status", "assigned")
                .containsEntry("assignedHub", "hub-a.example")
                .containsEntry("errorCode", 400209L)
                .containsEntry("errorMessage", "say what to do");
    }

    @Test
    void writeShouldHaveNothingButTheBasicsForANewRecord() {
        assertThat(text(RegistrationJson.write(unseen())))
                .isEqualTo("{\"registrationId\":\"Dev-1\",\"createdDateTimeUtc\":\"2026-01-02T03:04:05.5163352Z\","
                        + "\"status\":\"unassigned\",\"lastUpdatedDateTimeUtc\":\"2026-01-02T03:04:05.5163352Z\","
                        + "\"etag\":\"InRhZy0yIg==\"}");
    }

    private static final String ASSIGNED = """
            {"registrationId":"Dev-1","createdDateTimeUtc":"2026-01-02T03:04:05.5163352Z",\
            "assignedHub":"hub-a.example","deviceId":"Dev-1","status":"assigned","substatus":"deviceDataMigrated",\
            "lastUpdatedDateTimeUtc":"2026-02-03T04:05:06.0000000Z",\
            "etag":"IjY5MDAzNTUyLTAwMDAtMDMwMC0wMDAwLTYzMGZkYThhMDAwMCI=","payload":{"colour":"red"},\
            "symmetricKey":{"enrollmentGroupId":"Fleet"}}""";

    private static OperationReport report(
            OperationStatus status, DeviceRegistration registration, Optional<RegistrationFailure> failure) {
        return new OperationReport(OPERATION, status, registration, failure, Duration.ofSeconds(3));
    }

    private static Map<String, Object> progress(OperationReport report) {
        return JsonText.parseObject(OperationJson.progress(report)).members();
    }

    private static Map<String, Object> state(Map<String, Object> operation) {
        return JsonText.parseObject(JsonText.write(operation))
                .object("registrationState")
                .orElseThrow()
                .members();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
